import {
  type BoundingBox,
  boundingBox,
  normalizeRing,
  type Point,
  type RegionCode,
  type Ring,
  ringProblem,
} from '@panshi/kernel';
import { reject } from '../reject.ts';

/** What is known of the region around one. They are looked up, so two that are drawn at the same moment may miss each other. */
export interface Surroundings {
  /** Absent around a district. */
  readonly around?: RegionCode;
  /** Whether that region is registered. */
  readonly known: boolean;
  /** Where it lies, as far as that is known. */
  readonly box?: BoundingBox;
}

/**
 * An outline in its normal form, however it was drawn. It must meet the box of the region around it: official outlines of
 * different editions fit each other badly, but one drawn in other coordinates, or with latitude first, lies far away.
 * @throws {Rejection} `region.bad-ring`, `region.lies-elsewhere`
 */
export const soundOutline = (corners: readonly Point[], { around, box }: Surroundings): Ring => {
  const ring = normalizeRing(corners);
  const problem = ringProblem(ring);
  if (problem) return reject('region.bad-ring', { problem });
  if (around !== undefined && box && apart(boundingBox(ring), box)) reject('region.lies-elsewhere', { around });
  return ring;
};

const apart = (a: BoundingBox, b: BoundingBox): boolean =>
  a.east <= b.west || b.east <= a.west || a.north <= b.south || b.north <= a.south;

/** Whether two outlines in their normal form are one. */
export const sameOutline = (a: Ring, b: Ring): boolean =>
  a.length === b.length && a.every(({ lon, lat }, i) => lon === b[i]!.lon && lat === b[i]!.lat);
