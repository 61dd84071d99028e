import { type AccountEvent, accountEventTypes } from '../generated/events.ts';
import type { Grant, Principal } from '../message/principal.ts';
import { roles } from '../authority/roles.ts';

/** A role as granted. What it permits is read from the role when it is used. */
export type RoleGrant = Omit<Grant, 'permissions'>;

export interface Account {
  readonly username: string;
  readonly personId: string;
  readonly post: string;
  readonly regionCode: string;
  readonly status: 'open' | 'closed';
  readonly grants: readonly RoleGrant[];
}

const sameGrant = (a: RoleGrant, b: RoleGrant): boolean =>
  a.role === b.role && a.territory === b.territory && a.unit === b.unit && a.orgId === b.orgId;

/** The grant in what names one, and else other things. */
export const grantIn = ({ role, territory, unit, orgId }: RoleGrant): RoleGrant => ({
  role,
  territory,
  ...(unit !== undefined && { unit }),
  ...(orgId !== undefined && { orgId }),
});

/** An account after one of its events; the one fold of accounts, for decisions, views, and signing in. */
export const evolveAccount = (account: Account | undefined, { type, data }: AccountEvent): Account | undefined => {
  if (type === 'AccountOpened') return { ...data, status: 'open', grants: [] };
  if (!account) return account;
  if (type === 'AccountClosed') return { ...account, status: 'closed', grants: [] };
  const grant = grantIn(data);
  const others = account.grants.filter((held) => !sameGrant(held, grant));
  return { ...account, grants: type === 'RoleGranted' ? [...others, grant] : others };
};

export const holdsRole = (account: Account, grant: RoleGrant): boolean =>
  account.grants.some((held) => sameGrant(held, grant));

/** All accounts by username, folded in memory: what signing in, renewing and granting look up. */
export class AccountDirectory {
  readonly #accounts = new Map<string, Account>();
  readonly #byPerson = new Map<string, Set<string>>();

  apply(event: AccountEvent): void {
    const { username, personId } = event.data;
    const account = evolveAccount(this.#accounts.get(username), event);
    if (!account) return;
    this.#accounts.set(username, account);
    const names = this.#byPerson.get(personId);
    if (names) names.add(username);
    else this.#byPerson.set(personId, new Set([username]));
  }

  /** The account, open or closed. */
  account(username: string): Account | undefined {
    return this.#accounts.get(username);
  }

  /** Every account, open or closed. */
  all(): Iterable<Account> {
    return this.#accounts.values();
  }

  /** All accounts of a person, open or closed. */
  ofPerson(personId: string): readonly Account[] {
    return [...(this.#byPerson.get(personId) ?? [])].flatMap((name) => this.#accounts.get(name) ?? []);
  }
}

/** The directory as an in-memory model (`defineModel(accountDirectoryModel)`), for each service that needs accounts. */
export const accountDirectoryModel = {
  name: 'accounts',
  from: accountEventTypes,
  create: (): AccountDirectory => new AccountDirectory(),
  apply: (directory: AccountDirectory, event: AccountEvent): void => directory.apply(event),
};

/** What an account may do where, by the roles as they are defined now; nothing once it is closed. */
export const grantsOf = (account: Account): readonly Grant[] =>
  account.grants.flatMap((grant) => {
    const role = Object.hasOwn(roles, grant.role) ? roles[grant.role] : undefined;
    return role ? [{ ...grant, permissions: role.permissions }] : [];
  });

/** Who acts through an account, and what it lets them do now. */
export const principalOf = (account: Account): Principal => ({
  actor: { account: account.username, person: account.personId, post: account.post },
  grants: grantsOf(account),
});
