import { contains } from './contains.ts';
import { type Micro, type Point, toMicro, turn } from './point.ts';
import type { Ring } from './ring.ts';

/**
 * Which of some territories that overlap nowhere holds a place: a border between two belongs to one of them, and the
 * outer border to the first, in the order given, of those it bounds. Undefined where the place lies outside all of them.
 */
export const holderOf = <T extends { readonly ring: Ring }>(territories: readonly T[], place: Point): T | undefined =>
  territories.find(({ ring }) => contains(ring, place)) ?? territories.find(({ ring }) => bounds(ring, place));

/** Whether a place lies on the outline itself. */
const bounds = (ring: Ring, point: Point): boolean => {
  const [place, corners] = [toMicro(point), ring.map(toMicro)];
  return corners.some((end, i) => liesOn(place, corners[(i || corners.length) - 1]!, end));
};

const liesOn = (place: Micro, a: Micro, b: Micro): boolean =>
  between(place.x, a.x, b.x) && between(place.y, a.y, b.y) && turn(a, b, place) === 0;

const between = (value: number, a: number, b: number): boolean => Math.min(a, b) <= value && value <= Math.max(a, b);
