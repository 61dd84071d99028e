import type { Permission } from './permissions.ts';
import type { Bilingual } from './vocabulary/bilingual.ts';

export interface Role {
  readonly title: Bilingual;
  readonly permissions: readonly Permission[];
  /** Roles one account must not hold beside this one (three separated administrators). */
  readonly excludes: readonly string[];
}

const reading: readonly Permission[] = ['organization.read', 'grid.read', 'incident.read', 'case.read', 'wartime.read'];

/** What each role may do; held over a territory by a grant. */
export const roles: Readonly<Record<string, Role>> = {
  'system-administrator': {
    title: { zh: '系统管理员', en: 'System administrator' },
    permissions: ['organization.read', 'organization.manage', 'person.manage', 'catalogue.publish'],
    excludes: ['security-administrator', 'auditor'],
  },
  'security-administrator': {
    title: { zh: '安全管理员', en: 'Security administrator' },
    permissions: ['organization.read', 'account.manage'],
    excludes: ['system-administrator', 'auditor'],
  },
  auditor: {
    title: { zh: '审计管理员', en: 'Auditor' },
    permissions: [...reading, 'audit.replay'],
    excludes: ['system-administrator', 'security-administrator'],
  },
  'organization-officer': {
    title: { zh: '组织部干部', en: 'Organisation officer' },
    permissions: [
      ...reading,
      'organization.manage',
      'person.manage',
      'person.reveal',
      'grid.delineate',
      'grid.appoint',
      'cloud-group.manage',
    ],
    excludes: [],
  },
  'street-officer': {
    title: { zh: '街道干部', en: 'Street officer' },
    permissions: [
      ...reading,
      'grid.delineate',
      'grid.appoint',
      'cloud-group.manage',
      'incident.report',
      'wartime.activate',
      'case.supervise',
    ],
    excludes: [],
  },
  'grid-leader': {
    title: { zh: '网格长', en: 'Grid leader' },
    permissions: [...reading, 'incident.report', 'incident.reveal', 'case.handle', 'wartime.check-in'],
    excludes: [],
  },
  'case-officer': {
    title: { zh: '案卷受理员', en: 'Case officer' },
    permissions: [...reading, 'incident.reveal', 'case.file', 'case.dispatch', 'case.verify', 'case.evaluate'],
    excludes: [],
  },
  'department-handler': {
    title: { zh: '处置部门', en: 'Department handler' },
    permissions: ['case.read', 'case.handle'],
    excludes: [],
  },
  'emergency-officer': {
    title: { zh: '应急值班员', en: 'Emergency duty officer' },
    permissions: [...reading, 'wartime.activate', 'incident.report'],
    excludes: [],
  },
  'emergency-commander': {
    title: { zh: '应急指挥长', en: 'Emergency commander' },
    permissions: [...reading, 'wartime.activate', 'wartime.approve'],
    excludes: [],
  },
};
