import type { Bilingual } from './bilingual.ts';

interface RoleName {
  readonly title: Bilingual;
  /** Roles one account must not hold beside this one (three separated administrators). */
  readonly excludes: readonly string[];
}

/** The roles there are. What each may do is said by the services, in their `authority/permissions.ts`. */
export const roleNames = {
  'system-administrator': {
    title: { zh: '系统管理员', en: 'System administrator' },
    excludes: ['security-administrator', 'auditor'],
  },
  'security-administrator': {
    title: { zh: '安全管理员', en: 'Security administrator' },
    excludes: ['system-administrator', 'auditor'],
  },
  auditor: {
    title: { zh: '审计管理员', en: 'Auditor' },
    excludes: ['system-administrator', 'security-administrator'],
  },
  'organization-officer': { title: { zh: '组织部干部', en: 'Organisation officer' }, excludes: [] },
  'street-officer': { title: { zh: '街道干部', en: 'Street officer' }, excludes: [] },
  'grid-leader': { title: { zh: '网格长', en: 'Grid leader' }, excludes: [] },
  'case-officer': { title: { zh: '案卷受理员', en: 'Case officer' }, excludes: [] },
  'department-handler': { title: { zh: '处置部门', en: 'Department handler' }, excludes: [] },
  'emergency-officer': { title: { zh: '应急值班员', en: 'Emergency duty officer' }, excludes: [] },
  'emergency-commander': { title: { zh: '应急指挥长', en: 'Emergency commander' }, excludes: [] },
} as const satisfies Record<string, RoleName>;

export type RoleCode = keyof typeof roleNames;

/** What of a service's permissions each role holds. */
export type RoleGrants<Permission extends string> = Readonly<Partial<Record<RoleCode, readonly Permission[]>>>;
