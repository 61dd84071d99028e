import type { Bilingual } from '../vocabulary/bilingual.ts';

/** What a grid is laid over. Both kinds are ground of their own: grids never overlap. */
export const gridKinds = {
  comprehensive: { zh: '综合网格', en: 'Comprehensive grid' },
  dedicated: { zh: '专属网格', en: 'Dedicated grid' },
} as const satisfies Record<string, Bilingual>;

export type GridKind = keyof typeof gridKinds;

/** How a grid member (网格员) serves. */
export const gridMemberKinds = {
  'full-time': { zh: '专职', en: 'Full time' },
  'part-time': { zh: '兼职', en: 'Part time' },
} as const satisfies Record<string, Bilingual>;

export type GridMemberKind = keyof typeof gridMemberKinds;

/** What happened to a grid that is no more. */
export const gridEndings = {
  split: { zh: '网格拆分', en: 'The grid was split' },
  merged: { zh: '网格合并', en: 'The grid was merged' },
  retired: { zh: '网格撤销', en: 'The grid was retired' },
} as const satisfies Record<string, Bilingual>;

export type GridEnding = keyof typeof gridEndings;

/** What happened to a grid so that what lay in it lies in another one now. */
export const gridChanges = {
  ...gridEndings,
  redrawn: { zh: '边界调整', en: 'Its border was moved' },
} as const satisfies Record<string, Bilingual>;

export type GridChange = keyof typeof gridChanges;

/** What somebody is in a grid. */
export const gridPosts = {
  leader: { zh: '网格长', en: 'Grid leader' },
  member: { zh: '网格员', en: 'Grid member' },
} as const satisfies Record<string, Bilingual>;

export type GridPost = keyof typeof gridPosts;

/** Why an appointment in a grid ends, as people enter it. Split, merger and promotion end some by themselves. */
export const gridEndReasons = {
  transferred: { zh: '调离', en: 'Moved to other work' },
  resigned: { zh: '辞任', en: 'Asked to be released' },
  'term-ended': { zh: '任期届满', en: 'Term ended' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Bilingual>;

export type GridEndReason = keyof typeof gridEndReasons;

/** Why an appointment in a grid ended, by itself too. */
export const gridAppointmentEndings = {
  ...gridEndReasons,
  promoted: { zh: '任命为网格长', en: 'Appointed leader' },
  merged: { zh: '网格合并', en: 'The grid was merged' },
  retired: { zh: '网格撤销', en: 'The grid was retired' },
  'post-ended': { zh: '党内职务终止', en: 'The party post ended' },
} as const satisfies Record<string, Bilingual>;

export type GridAppointmentEnding = keyof typeof gridAppointmentEndings;

/** Whether a grid still is, or how it ended. */
export const gridStatuses = {
  active: { zh: '使用中', en: 'Active' },
  split: { zh: '已拆分', en: 'Split' },
  merged: { zh: '已合并', en: 'Merged' },
  retired: { zh: '已撤销', en: 'Retired' },
} as const satisfies Record<string, Bilingual>;

export type GridStatus = keyof typeof gridStatuses;
