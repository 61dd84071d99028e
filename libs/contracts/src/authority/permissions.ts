import { servicePermissions } from '../generated/authority/permissions.ts';
import type { Bilingual } from '../vocabulary/bilingual.ts';

/** Everything an account may be allowed, in the two languages. Authority is a permission over a territory. */
export const permissions = {
  ...servicePermissions,
  'audit.replay': { zh: '回放历史', en: 'Replay history' },
  /** Held by no role: the clock and reactors act with it. */
  'system.act': { zh: '系统自动执行', en: 'Act as the system' },
} as const satisfies Record<string, Bilingual>;

export type Permission = keyof typeof permissions;

/** What somebody may hold. */
export type ClientPermission = Exclude<Permission, 'system.act'>;
