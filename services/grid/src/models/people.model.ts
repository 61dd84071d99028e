import { defineModel } from '@panshi/service-kit';
import { People } from './people.ts';

/** Who may be appointed in a grid, as the organization service's events tell. */
export const peopleModel = defineModel({
  name: 'grid-people',
  from: ['PersonRegistered', 'AppointmentMade', 'AppointmentEnded'],
  create: () => new People(),
  apply: (people, { type, data }) => {
    switch (type) {
      case 'PersonRegistered':
        return people.registered(data.personId);
      case 'AppointmentMade':
        return people.appointed(data);
      case 'AppointmentEnded':
        return people.ended(data);
    }
  },
});
