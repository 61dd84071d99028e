import { roles } from '@panshi/contracts';

/** Whether nobody may hold both roles (three separated administrators, 三员分立), whichever of them says so. */
export const excludeEachOther = (a: string, b: string): boolean =>
  Boolean(roles[a]?.excludes.includes(b) || roles[b]?.excludes.includes(a));
