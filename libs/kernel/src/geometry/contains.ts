import { type Micro, type Point, toMicro, turn } from './point.ts';
import type { Ring } from './ring.ts';

/**
 * Whether `point` lies in `ring`. The boundary is half open: a point on a western or southern edge is inside, on an
 * eastern or northern one outside, so that a point on the border of two neighbours lies in exactly one of them, and so
 * does a point where several meet.
 */
export const contains = (ring: Ring, point: Point): boolean => {
  const place = toMicro(point);
  let inside = false;
  for (let i = 0; i < ring.length; i++) {
    if (liesWestOf(place, ring[(i || ring.length) - 1]!, ring[i]!)) inside = !inside;
  }
  return inside;
};

/** Whether a ray from `place` to the east crosses the edge; the answer does not depend on the edge's direction. */
const liesWestOf = (place: Micro, start: Point, end: Point): boolean => {
  const rises = isNorthOf(end, place);
  if (rises === isNorthOf(start, place)) return false;
  const [low, high] = rises ? [toMicro(start), toMicro(end)] : [toMicro(end), toMicro(start)];
  if (place.x < Math.min(low.x, high.x)) return true;
  return place.x <= Math.max(low.x, high.x) && turn(low, high, place) > 0;
};

/** Asked of every corner, so without making a point for it. */
const isNorthOf = ({ lat }: Point, place: Micro): boolean => Math.round(lat * 1e6) > place.y;
