import type { RingProblem } from '@panshi/kernel';
import type { Bilingual } from '../vocabulary/bilingual.ts';

/** Why points are no outline, in words. */
export const ringProblems: Readonly<Record<RingProblem, Bilingual>> = {
  'no-coordinate': { zh: '有的点不是经纬度', en: 'a point is no coordinate' },
  'too-few-points': { zh: '不足三个点', en: 'fewer than three points' },
  'too-many-points': { zh: '点数过多', en: 'too many points' },
  'too-large': { zh: '范围过大', en: 'too wide' },
  repeated: { zh: '同一点出现两次', en: 'a point comes twice' },
  'zero-area': { zh: '没有面积', en: 'no area' },
  'self-crossing': { zh: '界线自交', en: 'it crosses itself' },
  clockwise: { zh: '点按顺时针排列，应为逆时针', en: 'its points run clockwise, not counter-clockwise' },
};
