import type { Bilingual } from '../vocabulary/bilingual.ts';

/** What the district is up against. */
export const hazards = {
  'flood-typhoon': { zh: '防汛抗台', en: 'Flood and typhoon' },
  epidemic: { zh: '疫情', en: 'Epidemic' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Bilingual>;

export type Hazard = keyof typeof hazards;

/** Response levels (响应等级), the gravest first. Not the colours of a warning, though they bear the same names. */
export const responseLevels = {
  I: { zh: 'Ⅰ级', en: 'Level Ⅰ (red)' },
  II: { zh: 'Ⅱ级', en: 'Level Ⅱ (orange)' },
  III: { zh: 'Ⅲ级', en: 'Level Ⅲ (yellow)' },
  IV: { zh: 'Ⅳ级', en: 'Level Ⅳ (blue)' },
} as const satisfies Record<string, Bilingual>;

export type ResponseLevel = keyof typeof responseLevels;

const gravestFirst = Object.keys(responseLevels);

/** How grave a level is: 4 for Ⅰ down to 1 for Ⅳ. */
export const gravity = (level: string): number => gravestFirst.length - gravestFirst.indexOf(level);

/** On what ground somebody acts. */
export const basisKinds = {
  'order-from-above': { zh: '上级命令', en: 'Order from above' },
  warning: { zh: '预警', en: 'Warning' },
  consultation: { zh: '会商', en: 'Consultation' },
} as const satisfies Record<string, Bilingual>;

export type BasisKind = keyof typeof basisKinds;

/** What an activation does to the deadline of a case. */
export const deadlineEffects = {
  shorten: { zh: '缩短', en: 'Shorten' },
  pause: { zh: '暂停', en: 'Pause' },
  leave: { zh: '不变', en: 'Leave' },
} as const satisfies Record<string, Bilingual>;

export type DeadlineEffect = keyof typeof deadlineEffects;

/** Why a grid is released. */
export const releaseCauses = {
  'stood-down': { zh: '解除', en: 'Wartime was stood down' },
  'out-of-scope': { zh: '移出范围', en: 'The scope was narrowed' },
  'grid-replaced': { zh: '网格变更', en: 'The grid is no more' },
} as const satisfies Record<string, Bilingual>;

export type ReleaseCause = keyof typeof releaseCauses;

/** Where an activation stands. `declined` and `lapsed`: it never began. */
export const activationStates = {
  requested: { zh: '待批准', en: 'Requested' },
  active: { zh: '战时状态', en: 'Active' },
  'stood-down': { zh: '已解除', en: 'Stood down' },
  declined: { zh: '未批准', en: 'Declined' },
  lapsed: { zh: '已失效', en: 'Lapsed' },
} as const satisfies Record<string, Bilingual>;

export type ActivationState = keyof typeof activationStates;

/** What a second person is asked for. */
export const requestKinds = {
  activation: { zh: '启动', en: 'An activation' },
  level: { zh: '调整等级', en: 'Another level' },
  scope: { zh: '扩大范围', en: 'A wider scope' },
  narrowing: { zh: '缩小范围', en: 'A narrower scope' },
  rules: { zh: '时限规则', en: 'What happens to deadlines' },
  'stand-down': { zh: '解除战时', en: 'The end of it' },
} as const satisfies Record<string, Bilingual>;

export type RequestKind = keyof typeof requestKinds;

/** What became of a request. */
export const requestStates = {
  pending: { zh: '待批准', en: 'Pending' },
  approved: { zh: '已批准', en: 'Approved' },
  declined: { zh: '未批准', en: 'Declined' },
  lapsed: { zh: '已失效', en: 'Lapsed' },
} as const satisfies Record<string, Bilingual>;

export type RequestState = keyof typeof requestStates;

/** How an approval was given by word of mouth. */
export const verbalChannels = {
  telephone: { zh: '电话', en: 'Telephone' },
  radio: { zh: '对讲机', en: 'Radio' },
  video: { zh: '视频会商', en: 'Video conference' },
  'in-person': { zh: '当面', en: 'In person' },
} as const satisfies Record<string, Bilingual>;

export type VerbalChannel = keyof typeof verbalChannels;

/** What became of a verbal approval. None of it undoes what was approved. */
export const verbalStates = {
  unconfirmed: { zh: '待确认', en: 'To be confirmed' },
  overdue: { zh: '逾期未确认', en: 'Not confirmed in time' },
  confirmed: { zh: '已确认', en: 'Confirmed' },
  'confirmed-late': { zh: '逾期后确认', en: 'Confirmed late' },
  denied: { zh: '已否认', en: 'Denied' },
} as const satisfies Record<string, Bilingual>;

export type VerbalState = keyof typeof verbalStates;

/** `ordered`: not yet due; `replaced`: the grid is no more, and what came of it was ordered out. */
export const mobilisationStatuses = {
  ordered: { zh: '待到岗', en: 'Ordered out' },
  'checked-in': { zh: '已到岗', en: 'Checked in' },
  missed: { zh: '逾期未到岗', en: 'Missed' },
  released: { zh: '已解除', en: 'Released' },
  replaced: { zh: '网格已变更', en: 'Replaced' },
} as const satisfies Record<string, Bilingual>;

export type MobilisationStatus = keyof typeof mobilisationStatuses;

/** What may still be open at a stand-down. */
export const openItemKinds = {
  mobilisation: { zh: '未到岗网格', en: 'Grids that were ordered and have not checked in' },
} as const satisfies Record<string, Bilingual>;

export type OpenItemKind = keyof typeof openItemKinds;

/** Why a request came to nothing. */
export const lapseCauses = {
  expired: { zh: '超时', en: 'Nobody decided in time' },
  'stood-down': { zh: '已解除', en: 'Wartime was stood down' },
} as const satisfies Record<string, Bilingual>;

export type LapseCause = keyof typeof lapseCauses;

/** What made a scope change. */
export const scopeChangeCauses = {
  widened: { zh: '扩大', en: 'It was widened' },
  narrowed: { zh: '缩小', en: 'It was narrowed' },
  'grids-replaced': { zh: '网格变更', en: 'Grids in it were replaced' },
} as const satisfies Record<string, Bilingual>;

export type ScopeChangeCause = keyof typeof scopeChangeCauses;
