import type { BoundingBox, Point } from '@panshi/kernel';

/** The fewest metres that a degree of a meridian has anywhere. */
const METRES_PER_DEGREE = 110_000;

/** A box that holds everything within so many metres of a place; away from the poles. */
export const around = ({ lon, lat }: Point, metres: number): BoundingBox => {
  const high = metres / METRES_PER_DEGREE;
  const widest = Math.cos(((Math.abs(lat) + high) * Math.PI) / 180);
  const wide = high / Math.max(widest, 0.01);
  return { west: lon - wide, south: lat - high, east: lon + wide, north: lat + high };
};
