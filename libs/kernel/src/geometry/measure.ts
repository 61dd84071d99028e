import { fromMicro, type Point, toMicro } from './point.ts';
import type { Ring } from './ring.ts';

/** Degrees; never across the 180th meridian. */
export interface BoundingBox {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** Mean radius of the Earth in metres (IUGG). */
const RADIUS = 6_371_008.8;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Along a meridian, or along the equator. */
export const METRES_PER_DEGREE = radians(1) * RADIUS;

/** The smallest box around `points`. @throws {RangeError} where there is none. */
export const boundingBox = (points: Iterable<Point>): BoundingBox => {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { lon, lat } of points) {
    [west, east] = [Math.min(west, lon), Math.max(east, lon)];
    [south, north] = [Math.min(south, lat), Math.max(north, lat)];
  }
  if (west === Infinity) throw new RangeError('a bounding box needs a point');
  return { west, south, east, north };
};

/** Metres along a great circle of a spherical Earth (haversine): within 0.6 % of the ellipsoid. */
export const distanceMetres = (a: Point, b: Point): number => {
  const north = Math.sin(radians(b.lat - a.lat) / 2) ** 2;
  const east = Math.sin(radians(b.lon - a.lon) / 2) ** 2;
  return 2 * RADIUS * Math.asin(Math.sqrt(north + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * east));
};

/**
 * Square metres, flat, on a sphere, scaled at the middle of the ring's latitudes: within 1 % of the ellipsoid for what
 * is as small as a district. For maps and reports, not for titles.
 */
export const ringArea = (ring: Ring): number => {
  const { south, north } = boundingBox(ring);
  return Math.abs(moments(ring).area) * METRES_PER_DEGREE ** 2 * Math.cos(radians((south + north) / 2));
};

/**
 * The centre of gravity, to 6 decimals; it may lie outside a ring that is not convex. @throws {RangeError} for an area
 * of zero.
 */
export const centroid = (ring: Ring): Point => {
  const { area, lon, lat } = moments(ring);
  if (area === 0) throw new RangeError('a centroid needs an area');
  const origin = ring[0]!;
  return fromMicro(toMicro({ lon: origin.lon + lon / area, lat: origin.lat + lat / area }));
};

/** Signed area and first moments in degrees, about the first point, so that small rings keep their digits. */
const moments = (ring: Ring): { area: number; lon: number; lat: number } => {
  const origin = ring[0]!;
  const sum = { area: 0, lon: 0, lat: 0 };
  ring.forEach((point, i) => {
    const next = ring[(i + 1) % ring.length]!;
    const [ax, ay] = [point.lon - origin.lon, point.lat - origin.lat];
    const [bx, by] = [next.lon - origin.lon, next.lat - origin.lat];
    const area = (ax * by - bx * ay) / 2;
    sum.area += area;
    sum.lon += (area * (ax + bx)) / 3;
    sum.lat += (area * (ay + by)) / 3;
  });
  return sum;
};
