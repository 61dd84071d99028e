import { boundingBox, normalizeRing, type Point, type Ring, type RingProblem, ringProblem } from '@panshi/kernel';
import { reject } from '../reject.ts';

/** The widest a grid may be, in degrees: about 50 km, more than any district; within it the arithmetic is exact. */
const WIDEST = 0.5;

const tooLarge = (ring: Ring): boolean => {
  const { west, east, south, north } = boundingBox(ring);
  return Math.max(east - west, north - south) > WIDEST;
};

/**
 * An outline in its normal form, however it was drawn. @throws {Rejection} `grid.bad-ring` with the problem where the points
 * are no outline.
 */
export const soundRing = (points: readonly Point[]): Ring => {
  const ring = normalizeRing(points);
  const problem: RingProblem | undefined = ringProblem(ring) ?? (tooLarge(ring) ? 'too-large' : undefined);
  return problem ? reject('grid.bad-ring', { problem }) : ring;
};
