import { ChangeStanding, CorrectPerson, RegisterPerson } from '@panshi/contracts';
import { defineAggregate } from '@panshi/service-kit';
import { changeStanding, correctPerson, registerPerson } from './person.decisions.ts';
import { personFold } from './person.ts';

const stream = ({ personId }: { readonly personId: string }): string => `person-${personId}`;

export const personAggregate = defineAggregate({
  name: 'person',
  fold: personFold,
  territory: (person) => (person.status === 'none' ? undefined : person.standing.regionCode),
  commands: (on) => [
    on(RegisterPerson, {
      stream: ({ personId }, newId) => stream({ personId: personId ?? newId('personId') }),
      decide: registerPerson,
    }),
    on(CorrectPerson, { stream, decide: correctPerson }),
    on(ChangeStanding, { stream, decide: changeStanding }),
  ],
});
