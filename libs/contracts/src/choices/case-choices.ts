import type { Bilingual } from '../vocabulary/bilingual.ts';

/** Why a report is not filed (不予立案). */
export const declineReasons = {
  'out-of-scope': { zh: '不属于受理范围', en: 'Outside what is handled here' },
  'below-standard': { zh: '未达到立案标准', en: 'Below the filing standard' },
  unfounded: { zh: '情况不实', en: 'Found not to be so' },
  'solved-already': { zh: '已自行处置', en: 'Solved already' },
} as const satisfies Record<string, Bilingual>;

/** Why a unit returns a case (退回). */
export const returnReasons = {
  'wrong-unit': { zh: '非本单位职责', en: 'Another unit is responsible' },
  'wrong-place': { zh: '非本单位管辖区域', en: 'Outside the unit’s area' },
  'several-units': { zh: '需多部门协同', en: 'Needs several units' },
  'lacking-facts': { zh: '案件信息不全', en: 'Lacks facts' },
} as const satisfies Record<string, Bilingual>;

/** Why a case is suspended without anyone's fault (挂账). */
export const suspensionReasons = {
  weather: { zh: '天气原因', en: 'Weather' },
  construction: { zh: '施工周期', en: 'Construction takes its time' },
  funding: { zh: '资金未落实', en: 'Funds are not there yet' },
  law: { zh: '法律程序', en: 'Legal procedure' },
  'third-party': { zh: '需第三方配合', en: 'Depends on a third party' },
} as const satisfies Record<string, Bilingual>;

/** Why a case is withdrawn (撤销). */
export const withdrawalReasons = {
  'by-reporter': { zh: '报告人撤回', en: 'The reporter took it back' },
  'filed-in-error': { zh: '误立', en: 'Opened in error' },
  moot: { zh: '情况已消失', en: 'No longer the case' },
} as const satisfies Record<string, Bilingual>;

export type DeclineReason = keyof typeof declineReasons;
export type ReturnReason = keyof typeof returnReasons;
export type SuspensionReason = keyof typeof suspensionReasons;
export type WithdrawalReason = keyof typeof withdrawalReasons;

/** The seven stages of a case (GB/T 30428), and the ways it may end before them. */
export const caseStages = {
  collected: { zh: '信息收集', en: 'Information collected' },
  filed: { zh: '案卷建立', en: 'Filed, to be dispatched' },
  dispatched: { zh: '任务派遣', en: 'Dispatched' },
  'in-progress': { zh: '任务处理', en: 'Being handled' },
  reported: { zh: '处理反馈', en: 'Reported back' },
  closed: { zh: '核实结案', en: 'Verified and closed' },
  evaluated: { zh: '综合评价', en: 'Evaluated' },
  declined: { zh: '不予立案', en: 'Not filed' },
  withdrawn: { zh: '已撤销', en: 'Withdrawn' },
  duplicate: { zh: '重复案卷', en: 'Linked as duplicate' },
} as const satisfies Record<string, Bilingual>;

export type CaseStage = keyof typeof caseStages;

/** Which rule a deadline follows. */
export const clockRules = {
  ordinary: { zh: '正常', en: 'Ordinary' },
  shortened: { zh: '战时缩短', en: 'Shortened in wartime' },
  paused: { zh: '战时暂停', en: 'Paused in wartime' },
  suspended: { zh: '挂账', en: 'Suspended' },
} as const satisfies Record<string, Bilingual>;

export type ClockRule = keyof typeof clockRules;

/** Level an overdue case is escalated to. */
export const escalationLevels = {
  street: { zh: '街道', en: 'Street' },
  district: { zh: '区', en: 'District' },
} as const satisfies Record<string, Bilingual>;

export type EscalationLevel = keyof typeof escalationLevels;

/** What a class of the catalogue is of. */
export const classKinds = {
  component: { zh: '部件', en: 'Component: a thing of the city' },
  event: { zh: '事件', en: 'Event: something that happens' },
} as const satisfies Record<string, Bilingual>;

export type ClassKind = keyof typeof classKinds;

/** What time a limit counts. */
export const limitKinds = {
  'working-hours': { zh: '工作小时', en: 'Working hours' },
  'working-days': { zh: '工作日', en: 'Working days' },
  'natural-hours': { zh: '自然小时', en: 'Natural hours' },
} as const satisfies Record<string, Bilingual>;

export type LimitKind = keyof typeof limitKinds;

/** How firm a year's calendar is. */
export const yearStatuses = {
  published: { zh: '已公布', en: 'Published' },
  provisional: { zh: '暂定', en: 'Provisional' },
} as const satisfies Record<string, Bilingual>;

export type YearStatus = keyof typeof yearStatuses;

/** What a deadline modifier does. */
export const modifierEffects = {
  shorten: { zh: '缩短', en: 'Shorten' },
  pause: { zh: '暂停', en: 'Pause' },
} as const satisfies Record<string, Bilingual>;

export type ModifierEffect = keyof typeof modifierEffects;

/** What a district publishes. */
export const publicationKinds = {
  catalogue: { zh: '立案结案规范', en: 'Catalogue' },
  calendar: { zh: '工作日历', en: 'Working calendar' },
} as const satisfies Record<string, Bilingual>;

export type PublicationKind = keyof typeof publicationKinds;

/** How far a publication has come. */
export const publicationStatuses = {
  proposed: { zh: '待审核', en: 'Waits for a second person' },
  published: { zh: '已发布', en: 'Published' },
} as const satisfies Record<string, Bilingual>;

export type PublicationStatus = keyof typeof publicationStatuses;
