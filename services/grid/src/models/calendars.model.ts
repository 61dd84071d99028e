import { defineModel } from '@panshi/service-kit';
import { Calendars } from './calendars.ts';

/** When each district works, as the case service's calendars tell. */
export const calendarsModel = defineModel({
  name: 'grid-calendars',
  from: ['CalendarPublished', 'PublicationWithdrawn'],
  create: () => new Calendars(),
  apply: (calendars, { type, data }) =>
    type === 'CalendarPublished' ? calendars.published(data) : calendars.withdrawn(data),
});
