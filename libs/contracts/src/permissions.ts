import type { Bilingual } from './vocabulary/bilingual.ts';

/** Everything an account may be allowed, in the two languages. Authority is a permission over a territory. */
export const permissions = {
  'organization.read': { zh: '查看组织', en: 'See organisations' },
  'organization.manage': { zh: '管理党组织与岗位', en: 'Manage party organisations and posts' },
  'person.manage': { zh: '管理人员', en: 'Manage people' },
  'person.reveal': { zh: '查看人员姓名与电话', en: 'See names and phones of people in office' },
  'account.manage': { zh: '管理账号与授权', en: 'Manage accounts and grants' },
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
  'case.read': { zh: '查看案卷', en: 'See cases' },
  'case.file': { zh: '立案', en: 'File cases' },
  'case.dispatch': { zh: '派遣', en: 'Dispatch cases' },
  'case.handle': { zh: '处置', en: 'Handle cases' },
  'case.verify': { zh: '核查结案', en: 'Verify and close cases' },
  'case.evaluate': { zh: '综合评价', en: 'Evaluate cases' },
  'case.supervise': { zh: '督办', en: 'Supervise cases' },
  'catalogue.publish': { zh: '发布立案结案规范与工作日历', en: 'Publish catalogue and working calendar' },
  'audit.replay': { zh: '回放历史', en: 'Replay history' },
  /** Held by no role: the clock and reactors act with it. */
  'system.act': { zh: '系统自动执行', en: 'Act as the system' },
} as const satisfies Record<string, Bilingual>;

export type Permission = keyof typeof permissions;
