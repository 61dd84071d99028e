import { type RoleGrant, roles } from '@panshi/contracts';
import { within } from '@panshi/kernel';
import { reject } from '../reject.ts';

/** Whether nobody may hold both roles (three separated administrators, 三员分立), whichever of them says so. */
export const excludeEachOther = (a: string, b: string): boolean =>
  Boolean(roles[a]?.excludes.includes(b) || roles[b]?.excludes.includes(a));

const administrators: readonly string[] = ['system-administrator', 'security-administrator', 'auditor'];

/**
 * Refuses what would leave one of the three separated administrators (三员) without a holder over a territory: nobody could
 * put that right. The others are looked up, so two holders who give the role up at the same moment may still both do so.
 * @param lost what would no longer be held
 * @param left what people would hold then
 * @throws {Rejection} `account.last-administrator`
 */
export const keepAdministrators = (lost: readonly RoleGrant[], left: readonly RoleGrant[]): void => {
  for (const { role, territory } of lost)
    if (administrators.includes(role) && !left.some((held) => held.role === role && within(territory, held.territory)))
      reject('account.last-administrator', { role, territory });
};
