import type { Account, CloseAccount, GrantRole, OpenAccount, RevokeRole, RoleGrant } from '@panshi/contracts';
import { evolveAccount, grantIn, holdsRole, roles } from '@panshi/contracts';
import { type RegionCode, within } from '@panshi/kernel';
import { reject } from '../reject.ts';
import { type DecideAccount, known, open } from './account.ts';
import { excludeEachOther, keepAdministrators } from './separation.ts';

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
  /** Whether a catalogue of the district has the unit. */
  readonly isUnit: (districtCode: string, unit: string) => boolean;
  /** Whether a region is registered down to its community, or its district is not. */
  readonly isRegion: (regionCode: RegionCode) => boolean;
  /** The party organisation named, where there is one. */
  readonly org?: { readonly regionCode: RegionCode } | undefined;
}

/**
 * Grants a role over a territory, perhaps for a unit or an organisation. Where one of these stands instead of a territory,
 * it is held over the account's own region, or that of the organisation. Roles that exclude each other (three separated
 * administrators, 三员分立) are refused across all accounts of the person, so that a second account is no way round it.
 */
export const grantRole: DecideAccount<GrantRole, GrantFacts> = (state, command, { actor, facts }) => {
  const { username, role } = command;
  const account = open(state, username);
  const { personId } = account;
  if (actor.account === username || actor.person === personId) reject('account.self-grant');
  if (!Object.hasOwn(roles, role)) reject('account.unknown-role', { role });
  const grant = placed(command, account, facts);
  if (holdsRole(account, grant)) return [];
  if (!facts.isRegion(grant.territory)) reject('account.territory-unknown', { territory: grant.territory });
  for (const holder of [account, ...facts.accounts])
    for (const held of holder.grants)
      if (excludeEachOther(role, held.role))
        reject('account.roles-exclude', { role, other: held.role, username: holder.username });
  return [{ type: 'RoleGranted', data: { username, personId, ...grant } }];
};

/** The grant with its territory. An organisation works in it, so that nobody grants for one outside their own authority. */
const placed = ({ territory, ...command }: GrantRole, { regionCode }: Account, facts: GrantFacts): RoleGrant => {
  const { unit, orgId } = command;
  const around = territory ?? regionCode;
  const district = around.slice(0, 6);
  if (unit !== undefined && !facts.isUnit(district, unit)) reject('account.unknown-unit', { unit, district });
  if (orgId === undefined) return grantIn({ ...command, territory: around });
  const org = facts.org ?? reject('account.unknown-organisation', { orgId });
  if (!within(org.regionCode, around)) reject('account.organisation-elsewhere', { orgId, territory: around });
  return grantIn({ ...command, territory: territory ?? org.regionCode });
};

export interface OtherHolders {
  /** What people hold through all accounts but this one. */
  readonly others: readonly RoleGrant[];
}

/** Takes back a grant as it was given: role, territory, unit and organisation alike. */
export const revokeRole: DecideAccount<RevokeRole, OtherHolders> = (state, command, { facts: { others } }) => {
  const { username } = command;
  const account = open(state, username);
  const { personId } = account;
  const grant = grantIn(command);
  if (!holdsRole(account, grant)) reject('account.no-such-grant', { username, ...named(grant, account) });
  const revoked = { type: 'RoleRevoked', data: { username, personId, ...grant } } as const;
  keepAdministrators([grant], [...others, ...(evolveAccount(account, revoked)?.grants ?? [])]);
  return [revoked];
};

/** How many grants a refusal names at most. */
const NAMED = 10;

const inWords = ({ role, territory, unit, orgId }: RoleGrant): string =>
  [role, territory, ...(unit === undefined ? [] : [unit]), ...(orgId === undefined ? [] : [orgId])].join(' ');

/** A grant that is not held, and what is: those of the same role, or all where there is none. */
const named = (grant: RoleGrant, { grants }: Account): { readonly grant: string; readonly held: string } => {
  const alike = grants.filter(({ role }) => role === grant.role);
  const held = (alike.length > 0 ? alike : grants).slice(0, NAMED).map(inWords);
  return { grant: inWords(grant), held: held.join(', ') || '—' };
};

export const closeAccount: DecideAccount<CloseAccount, OtherHolders> = (state, command, { facts: { others } }) => {
  const { username, reason } = command;
  const { status, personId, grants } = known(state, username);
  if (status === 'closed') return [];
  keepAdministrators(grants, others);
  return [{ type: 'AccountClosed', data: { username, personId, reason } }];
};
