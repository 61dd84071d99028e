import type { Bilingual } from '../../vocabulary/bilingual.ts';
import type { RoleGrants } from '../../vocabulary/role-names.ts';

export const permissions = {
  'organization.read': { zh: '查看组织', en: 'See organisations' },
  'organization.manage': { zh: '管理党组织与岗位', en: 'Manage party organisations and posts' },
  'person.manage': { zh: '管理人员', en: 'Manage people' },
  'person.reveal': { zh: '查看人员姓名与电话', en: 'See names and phones of people in office' },
  'account.manage': { zh: '管理账号与授权', en: 'Manage accounts and grants' },
} as const satisfies Record<string, Bilingual>;

export const grants: RoleGrants<keyof typeof permissions> = {
  'system-administrator': ['organization.read', 'organization.manage', 'person.manage'],
  'security-administrator': ['organization.read', 'account.manage'],
  auditor: ['organization.read'],
  'organization-officer': ['organization.read', 'organization.manage', 'person.manage', 'person.reveal'],
  'street-officer': ['organization.read'],
  'grid-leader': ['organization.read'],
  'case-officer': ['organization.read'],
  'emergency-officer': ['organization.read'],
  'emergency-commander': ['organization.read'],
};
