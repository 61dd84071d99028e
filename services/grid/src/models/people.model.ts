import { defineModel } from '@panshi/service-kit';
import { People } from './people.ts';

/** Who may be appointed in a grid, or reported for, as the organization service's events tell. */
export const peopleModel = defineModel({
  name: 'grid-people',
  from: ['PersonRegistered', 'PersonStandingChanged', 'AppointmentMade', 'AppointmentEnded'],
  create: () => new People(),
  apply: (people, { type, data }) => {
    switch (type) {
      case 'PersonRegistered':
        return people.registered(data.personId);
      case 'PersonStandingChanged':
        return people.standing(data);
      case 'AppointmentMade':
        return people.appointed(data);
      case 'AppointmentEnded':
        return people.ended(data);
    }
  },
});
