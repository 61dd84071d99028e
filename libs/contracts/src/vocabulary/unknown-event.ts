import type { Bilingual } from './bilingual.ts';
import { eventTypes } from '../generated/events.ts';

/** Every type of event. */
export const eventNames: readonly string[] = Object.keys(eventTypes);

/** How many letters stand otherwise, one over the other and at the end. */
const unlike = (a: string, b: string): number => {
  let same = 0;
  while (same < a.length && a[same]?.toLowerCase() === b[same]?.toLowerCase()) same += 1;
  return Math.max(a.length, b.length) - same;
};

/** Says of names with commas between which is of no event, and of which it may be a mistake; undefined where all are known. */
export const unknownEvent = (names: unknown): Bilingual | undefined => {
  const unknown = String(names)
    .split(',')
    .find((name) => !eventNames.includes(name));
  if (unknown === undefined) return undefined;
  const [nearest = ''] = eventNames.toSorted((a, b) => unlike(a, unknown) - unlike(b, unknown));
  const name = unknown.slice(0, 64);
  const isLike = unlike(nearest, unknown) <= nearest.length / 2;
  return {
    zh: `应为事件类型：没有 ${name}${isLike ? `，最接近的是 ${nearest}` : ''}`,
    en: `must be types of events: there is no event ${name}${isLike ? `; the name most like it is ${nearest}` : ''}`,
  };
};
