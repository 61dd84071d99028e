import { PublishCalendar, PublishCatalogue } from '@panshi/contracts';
import { defineAggregate } from '@panshi/service-kit';
import { catalogueFold } from './catalogue.ts';
import { publishCalendar, publishCatalogue } from './catalogue.decisions.ts';

const stream = ({ districtCode }: { districtCode: string }): string => `catalogue-${districtCode}`;

/** A district's catalogue and working calendar: one stream, so that an edition's name is taken once. */
export const catalogueAggregate = defineAggregate({
  name: 'catalogue',
  fold: catalogueFold,
  territory: ({ districtCode }) => districtCode,
  commands: (on) => [
    on(PublishCatalogue, { stream, decide: publishCatalogue }),
    on(PublishCalendar, { stream, decide: publishCalendar }),
  ],
});
