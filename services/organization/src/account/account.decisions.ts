import type { Account, CloseAccount, GrantRole, OpenAccount, RevokeRole } from '@panshi/contracts';
import { holdsRole, roles } from '@panshi/contracts';
import { reject } from '../reject.ts';
import { type DecideAccount, known, open } from './account.ts';
import { excludeEachOther } from './separation.ts';

export interface OpeningFacts {
  /** The person's standing, where such a person is registered. */
  readonly person?: { readonly serving: boolean };
}

export const openAccount: DecideAccount<OpenAccount, OpeningFacts> = (
  account,
  { username, personId, post, regionCode },
  { facts: { person } },
) => {
  if (account) return reject('account.exists', { username });
  if (!person) return reject('account.unknown-person', { personId });
  if (!person.serving) reject('account.person-has-left', { personId });
  return [{ type: 'AccountOpened', data: { username, personId, post, regionCode } }];
};

export interface GrantFacts {
  /** All accounts of the person behind this one. */
  readonly accounts: readonly Account[];
}

/**
 * Grants a role over a territory. Roles that exclude each other (three separated administrators, 三员分立) are refused across
 * all accounts of the person, so that a second account is no way round it.
 */
export const grantRole: DecideAccount<GrantRole, GrantFacts> = (
  state,
  { username, role, territory },
  { actor, facts },
) => {
  const account = open(state, username);
  const { personId } = account;
  if (actor.account === username || actor.person === personId) reject('account.self-grant');
  if (!Object.hasOwn(roles, role)) reject('account.unknown-role', { role });
  if (holdsRole(account, { role, territory })) return [];
  for (const holder of [account, ...facts.accounts])
    for (const held of holder.grants)
      if (excludeEachOther(role, held.role))
        reject('account.roles-exclude', { role, other: held.role, username: holder.username });
  return [{ type: 'RoleGranted', data: { username, personId, role, territory } }];
};

export const revokeRole: DecideAccount<RevokeRole> = (state, { username, role, territory }) => {
  const account = known(state, username);
  if (!holdsRole(account, { role, territory })) return [];
  return [{ type: 'RoleRevoked', data: { username, personId: account.personId, role, territory } }];
};

export const closeAccount: DecideAccount<CloseAccount> = (state, { username, reason }) => {
  const { status, personId } = known(state, username);
  return status === 'closed' ? [] : [{ type: 'AccountClosed', data: { username, personId, reason } }];
};
