import { toMicro, turn } from './point.ts';
import type { Micro, Point } from './point.ts';
import type { Ring } from './ring.ts';

/**
 * Whether `point` lies in `ring`. The boundary is half open: a point on a western or southern edge is inside, on an eastern or northern one
 * outside, so that a point on the border of two neighbours lies in exactly one of them, and so does a point where
 * several meet.
 */
export const contains = (ring: Ring, point: Point): boolean => {
  const place = toMicro(point);
  let inside = false;
  ring.forEach((end, i) => {
    const start = ring[(i || ring.length) - 1]!;
    if (liesWestOf(place, toMicro(start), toMicro(end))) inside = !inside;
  });
  return inside;
};

/** Whether a ray from `place` to the east crosses the edge; the answer does not depend on the edge's direction. */
const liesWestOf = (place: Micro, start: Micro, end: Micro): boolean => {
  const [low, high] = start.y < end.y ? [start, end] : [end, start];
  if (place.y < low.y || place.y >= high.y) return false;
  if (place.x < Math.min(low.x, high.x)) return true;
  return place.x <= Math.max(low.x, high.x) && turn(low, high, place) > 0;
};
