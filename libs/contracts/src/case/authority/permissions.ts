import type { Bilingual } from '../../vocabulary/bilingual.ts';
import type { RoleGrants } from '../../vocabulary/role-names.ts';

export const permissions = {
  'case.read': { zh: '查看案卷', en: 'See cases' },
  'case.file': { zh: '立案', en: 'File cases' },
  'case.dispatch': { zh: '派遣', en: 'Dispatch cases' },
  'case.handle': { zh: '处置', en: 'Handle cases' },
  'case.verify': { zh: '核查结案', en: 'Verify and close cases' },
  'case.evaluate': { zh: '综合评价', en: 'Evaluate cases' },
  'case.supervise': { zh: '督办', en: 'Supervise cases' },
  'catalogue.publish': { zh: '发布立案结案规范与工作日历', en: 'Publish catalogue and working calendar' },
  'catalogue.approve': { zh: '审核立案结案规范与工作日历', en: 'Approve catalogue and working calendar' },
} as const satisfies Record<string, Bilingual>;

export const grants: RoleGrants<keyof typeof permissions> = {
  'system-administrator': ['catalogue.publish'],
  auditor: ['case.read'],
  'organization-officer': ['case.read', 'catalogue.approve'],
  'street-officer': ['case.read', 'case.supervise'],
  'grid-leader': ['case.read', 'case.handle'],
  'case-officer': ['case.read', 'case.file', 'case.dispatch', 'case.verify', 'case.evaluate', 'catalogue.approve'],
  'department-handler': ['case.read', 'case.handle'],
  'emergency-officer': ['case.read'],
  'emergency-commander': ['case.read'],
};
