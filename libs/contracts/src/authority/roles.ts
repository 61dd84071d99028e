import { serviceGrants } from '../generated/authority/permissions.ts';
import type { Bilingual } from '../vocabulary/bilingual.ts';
import { type RoleCode, roleNames } from '../vocabulary/role-names.ts';
import type { Permission } from './permissions.ts';

export interface Role {
  readonly title: Bilingual;
  readonly permissions: readonly Permission[];
  /** Roles one account must not hold beside this one (three separated administrators). */
  readonly excludes: readonly string[];
}

/** What no service owns. */
const replaying = { auditor: ['audit.replay'] } as const;

const held = (role: RoleCode): readonly Permission[] =>
  [...serviceGrants, replaying].flatMap(
    (grants: Readonly<Partial<Record<RoleCode, readonly Permission[]>>>) => grants[role] ?? [],
  );

/** What each role may do; held over a territory by a grant. */
export const roles: Readonly<Record<string, Role>> = Object.fromEntries(
  Object.entries(roleNames).map(([role, names]) => [role, { ...names, permissions: held(role as RoleCode) }]),
);
