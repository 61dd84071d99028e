import type { ChangeStanding, CorrectPerson, RegisterPerson, RoleGrant } from '@panshi/contracts';
import { keepAdministrators } from '../account/separation.ts';
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

export interface RolesHeld {
  /** What the person holds through their accounts, which close once they have left. */
  readonly held: readonly RoleGrant[];
  /** What all others hold. */
  readonly others: readonly RoleGrant[];
}

export const changeStanding: DecidePerson<ChangeStanding, RolesHeld> = (state, command, { facts }) => {
  const { standing: before } = registered(state, command.personId);
  const { partyMember = before.partyMember, serving = before.serving, regionCode = before.regionCode } = command;
  if (partyMember === before.partyMember && serving === before.serving && regionCode === before.regionCode) return [];
  if (!serving) keepAdministrators(facts.held, facts.others);
  return [{ type: 'PersonStandingChanged', data: { personId: command.personId, partyMember, serving, regionCode } }];
};
