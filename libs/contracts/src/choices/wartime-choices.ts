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
