import type { PersonDecided, PersonEvent } from '@panshi/contracts';
import type { Decide, Fold } from '@panshi/kernel';
import { reject } from '../reject.ts';
import type { Standing } from '../standing.ts';

export interface RegisteredPerson {
  readonly status: 'registered';
  readonly standing: Standing;
  /** Whether a phone number is held; the number itself, like the name, is sealed and never needed to decide. */
  readonly phone: boolean;
}

/** A person (人员) as far as rules need to know them. */
export type Person = { readonly status: 'none' } | RegisteredPerson;

export const personFold: Fold<Person, PersonEvent> = {
  initial: { status: 'none' },
  evolve(person, { type, data }) {
    if (type === 'PersonRegistered') {
      const { partyMember, regionCode, phone } = data;
      return { status: 'registered', standing: { partyMember, serving: true, regionCode }, phone: Boolean(phone) };
    }
    if (person.status === 'none') return person;
    switch (type) {
      case 'PersonCorrected':
        return { ...person, phone: data.phone ? true : person.phone && !data.phoneWithdrawn };
      case 'PersonStandingChanged': {
        const { partyMember, serving, regionCode } = data;
        return { ...person, standing: { partyMember, serving, regionCode } };
      }
    }
  },
};

/** @throws {Rejection} `person.unknown` */
export const registered = (person: Person, personId: string): RegisteredPerson =>
  person.status === 'none' ? reject('person.unknown', { personId }) : person;

/** A rule of people. */
export type DecidePerson<Command, Facts = unknown> = Decide<Person, Command, PersonDecided, Facts>;
