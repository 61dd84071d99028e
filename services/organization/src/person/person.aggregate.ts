import { ChangeStanding, CorrectPerson, personStream, RegisterPerson } from '@panshi/contracts';
import { defineAggregate } from '@panshi/service-kit';
import { grantsHeld } from '../models/grants-held.ts';
import { changeStanding, correctPerson, registerPerson } from './person.decisions.ts';
import { personFold } from './person.ts';

export const personAggregate = defineAggregate({
  stream: personStream,
  fold: personFold,
  territory: (person) => (person.status === 'none' ? undefined : person.standing.regionCode),
  regions: (person, { type, data }) => [
    ...(person.status === 'none' ? [] : [person.standing.regionCode]),
    ...(type === 'PersonCorrected' ? [] : [data.regionCode]),
  ],
  commands: (on) => [
    on(RegisterPerson, { decide: registerPerson }),
    on(CorrectPerson, { decide: correctPerson }),
    on(ChangeStanding, {
      facts: ({ personId }, lookup) => ({
        held: grantsHeld(lookup, (account) => account.personId === personId),
        others: grantsHeld(lookup, (account) => account.personId !== personId),
      }),
      decide: changeStanding,
    }),
  ],
});
