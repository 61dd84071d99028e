import type { ChangeStanding, CorrectPerson, RegisterPerson } from '@panshi/contracts';
import { reject } from '../reject.ts';
import { type DecidePerson, registered } from './person.ts';

export const registerPerson: DecidePerson<RegisterPerson> = (
  person,
  { personId: given, name, phone, partyMember, regionCode },
  { newId },
) => {
  const personId = given ?? newId('personId');
  if (person.status !== 'none') return reject('person.exists', { personId });
  return [{ type: 'PersonRegistered', data: { personId, name, phone, partyMember, regionCode } }];
};

/** Records each correction, even of an equal value: the values held are sealed, so they cannot be compared here. */
export const correctPerson: DecidePerson<CorrectPerson> = (state, { personId, name, phone, withdrawPhone = false }) => {
  const person = registered(state, personId);
  if (phone && withdrawPhone) reject('person.phone-both-ways');
  const phoneWithdrawn = withdrawPhone && person.phone;
  if (!name && !phone && !phoneWithdrawn) return [];
  return [{ type: 'PersonCorrected', data: { personId, name, phone, phoneWithdrawn } }];
};

export const changeStanding: DecidePerson<ChangeStanding> = (state, command) => {
  const { standing: before } = registered(state, command.personId);
  const { partyMember = before.partyMember, serving = before.serving, regionCode = before.regionCode } = command;
  if (partyMember === before.partyMember && serving === before.serving && regionCode === before.regionCode) return [];
  return [{ type: 'PersonStandingChanged', data: { personId: command.personId, partyMember, serving, regionCode } }];
};
