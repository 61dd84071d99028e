import type { Bilingual } from '@panshi/contracts';

/** An account of the demo that anybody may sign in with. */
export interface DemoAccount {
  readonly username: string;
  readonly role: string;
  readonly title: Bilingual;
  /** Post (岗位) it acts in. */
  readonly post: string;
  /** Region code; of the grid leader: any grid will do, so the first one of this community. */
  readonly territory: string;
  readonly tryOut: Bilingual;
}

/** The password of all demo accounts: a demo district has no secrets. */
export const demoPassword = 'demo-panshi';

const district = '320113';

/** Who to sign in as, and what to try. */
export const demoAccounts: readonly DemoAccount[] = [
  {
    username: 'demo-org',
    role: 'organization-officer',
    title: { zh: '组织部干部', en: 'Organisation officer' },
    post: '区委组织部组织科',
    territory: district,
    tryOut: { zh: '拆分一个网格，任命网格长', en: 'Split a grid, appoint its leader' },
  },
  {
    username: 'demo-street',
    role: 'street-officer',
    title: { zh: '街道干部', en: 'Street officer' },
    post: '尧化街道网格化服务管理中心',
    territory: '320113001',
    tryOut: { zh: '上报一个事件，督办一件案卷', en: 'Report an incident, supervise a case' },
  },
  {
    username: 'demo-grid',
    role: 'grid-leader',
    title: { zh: '网格长', en: 'Grid leader' },
    post: '网格长',
    territory: '320113001001',
    tryOut: { zh: '在自己的网格里上报事件', en: 'Report an incident in your own grid' },
  },
  {
    username: 'demo-case',
    role: 'case-officer',
    title: { zh: '案卷受理员', en: 'Case officer' },
    post: '区城市运行管理中心受理岗',
    territory: district,
    tryOut: { zh: '立案、派遣、核实结案', en: 'File, dispatch, verify and close a case' },
  },
  {
    username: 'demo-dept',
    role: 'department-handler',
    title: { zh: '处置部门', en: 'Department handler' },
    post: '处置部门经办岗',
    territory: district,
    tryOut: { zh: '签收、处置、申请延期', en: 'Accept and handle a case, ask for more time' },
  },
  {
    username: 'demo-emergency',
    role: 'emergency-officer',
    title: { zh: '应急值班员', en: 'Emergency duty officer' },
    post: '区应急指挥中心值班岗',
    territory: district,
    tryOut: { zh: '申请启动Ⅱ级响应', en: 'Request a level Ⅱ activation' },
  },
  {
    username: 'demo-commander',
    role: 'emergency-commander',
    title: { zh: '应急指挥长', en: 'Emergency commander' },
    post: '区防汛抗旱指挥部指挥长',
    territory: district,
    tryOut: { zh: '批准他人的战时申请', en: "Approve another's wartime request" },
  },
  {
    username: 'demo-commander-2',
    role: 'emergency-commander',
    title: { zh: '应急副指挥长', en: 'Second emergency commander' },
    post: '区防汛抗旱指挥部副指挥长',
    territory: district,
    tryOut: { zh: '自己申请的不能自己批准：换人试试', en: 'Nobody approves their own request: try the other one' },
  },
  {
    username: 'demo-admin',
    role: 'system-administrator',
    title: { zh: '系统管理员', en: 'System administrator' },
    post: '系统管理员',
    territory: district,
    tryOut: { zh: '发布新版立案结案规范', en: 'Publish a new edition of the catalogue' },
  },
  {
    username: 'demo-security',
    role: 'security-administrator',
    title: { zh: '安全管理员', en: 'Security administrator' },
    post: '安全管理员',
    territory: district,
    tryOut: { zh: '开立账号，授予角色', en: 'Open an account, grant a role' },
  },
  {
    username: 'demo-auditor',
    role: 'auditor',
    title: { zh: '审计管理员', en: 'Auditor' },
    post: '审计管理员',
    territory: district,
    tryOut: { zh: '回放任何一件案卷的历史', en: 'Replay the history of any case' },
  },
];
