import type { Bilingual } from '../../vocabulary/bilingual.ts';
import type { RoleGrants } from '../../vocabulary/role-names.ts';

export const permissions = {
  'organization.read': { zh: '查看组织', en: 'See organisations' },
  'organization.manage': { zh: '管理党组织与岗位', en: 'Manage party organisations and posts' },
  'person.manage': { zh: '管理人员', en: 'Manage people' },
  'person.reveal': { zh: '查看人员姓名与电话', en: 'See names and phones of people in office' },
  'region.read': { zh: '查看区划', en: 'See regions' },
  'region.manage': { zh: '登记与调整区划', en: 'Register and change regions' },
  'account.manage': { zh: '管理账号与授权', en: 'Manage accounts and grants' },
} as const satisfies Record<string, Bilingual>;

export const grants: RoleGrants<keyof typeof permissions> = {
  'system-administrator': ['organization.read', 'organization.manage', 'person.manage', 'region.read', 'region.manage'],
  'security-administrator': ['organization.read', 'region.read', 'account.manage'],
  auditor: ['organization.read', 'region.read'],
  'organization-officer': [
    'organization.read',
    'organization.manage',
    'person.manage',
    'person.reveal',
    'region.read',
    'region.manage',
  ],
  'street-officer': ['organization.read', 'region.read'],
  'grid-leader': ['organization.read', 'region.read'],
  'case-officer': ['organization.read', 'region.read'],
  'department-handler': ['region.read'],
  'emergency-officer': ['organization.read', 'region.read'],
  'emergency-commander': ['organization.read', 'region.read'],
};
