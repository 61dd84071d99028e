import type { Bilingual } from '../../vocabulary/bilingual.ts';
import type { RoleGrants } from '../../vocabulary/role-names.ts';

export const permissions = {
  'grid.read': { zh: '查看网格', en: 'See grids' },
  'grid.delineate': { zh: '划分网格', en: 'Delineate grids' },
  'grid.appoint': { zh: '任命网格长和网格员', en: 'Appoint grid leaders and members' },
  'cloud-group.manage': { zh: '管理云社区群', en: 'Manage cloud groups' },
  'incident.report': { zh: '上报事件', en: 'Report incidents' },
  'incident.read': { zh: '查看事件', en: 'See incidents' },
  'incident.reveal': { zh: '查看报告内容与报告人', en: 'See what was reported and by whom' },
  'wartime.read': { zh: '查看战时状态', en: 'See wartime' },
  'wartime.activate': { zh: '启动战时', en: 'Activate wartime' },
  'wartime.approve': { zh: '批准战时', en: 'Approve wartime' },
  'wartime.check-in': { zh: '到岗签到', en: 'Check in' },
} as const satisfies Record<string, Bilingual>;

type Permission = keyof typeof permissions;

const reading: readonly Permission[] = ['grid.read', 'incident.read', 'wartime.read'];
const drawing: readonly Permission[] = ['grid.delineate', 'grid.appoint', 'cloud-group.manage'];

export const grants: RoleGrants<Permission> = {
  auditor: reading,
  'organization-officer': [...reading, ...drawing],
  'street-officer': [...reading, ...drawing, 'incident.report', 'wartime.activate', 'wartime.check-in'],
  'grid-leader': [...reading, 'incident.report', 'incident.reveal', 'wartime.check-in'],
  'case-officer': [...reading, 'incident.reveal'],
  'emergency-officer': [...reading, 'wartime.activate', 'incident.report', 'wartime.check-in'],
  'emergency-commander': [...reading, 'wartime.activate', 'wartime.approve'],
};
