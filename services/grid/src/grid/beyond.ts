import { contains, METRES_PER_DEGREE, type Point, type Ring, spansApart } from '@panshi/kernel';
import { type Edge, edgesOf } from './edges.ts';

/**
 * How far a grid may reach past its district's outline, in metres: published outlines are simplified, and follow the bank
 * of a river only roughly.
 */
const TOLERANCE = 100;

/** Metres east and north of an origin, flat: right to a metre or so within a district. */
interface Flat {
  readonly x: number;
  readonly y: number;
}

const flatAround =
  (origin: Point) =>
  ({ lon, lat }: Point): Flat => ({
    x: (lon - origin.lon) * METRES_PER_DEGREE * Math.cos((origin.lat * Math.PI) / 180),
    y: (lat - origin.lat) * METRES_PER_DEGREE,
  });

/** Metres from the origin to the nearest place of an edge. */
const distance = ([a, b]: Edge<Flat>): number => {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const nearest = Math.min(1, Math.max(0, -(a.x * dx + a.y * dy) / (dx * dx + dy * dy)));
  return Math.hypot(a.x + nearest * dx, a.y + nearest * dy);
};

const isBeyond = (outline: Ring, point: Point): boolean =>
  !contains(outline, point) && edgesOf(outline.map(flatAround(point))).every((edge) => distance(edge) > TOLERANCE);

/** Where on the first edge the second crosses it, from 0 to 1; nothing where it does not. */
const crossing = ([a, b]: Edge<Point>, [c, d]: Edge<Point>): readonly number[] => {
  const [ux, uy, vx, vy] = [b.lon - a.lon, b.lat - a.lat, d.lon - c.lon, d.lat - c.lat];
  const across = ux * vy - uy * vx;
  const [wx, wy] = [c.lon - a.lon, c.lat - a.lat];
  const [t, s] = [(wx * vy - wy * vx) / across, (wx * uy - wy * ux) / across];
  return t > 0 && t < 1 && s >= 0 && s <= 1 ? [t] : [];
};

/** The middles of the pieces that the edges of an outline cut an edge into. */
const middles = (edge: Edge<Point>, borders: readonly Edge<Point>[]): readonly Point[] => {
  const [a, b] = edge;
  const cuts = borders.flatMap((border) => crossing(edge, border));
  const stops = [0, ...cuts.sort((s, t) => s - t), 1];
  const along = stops.slice(1).map((stop, i) => (stop + stops[i]!) / 2);
  return along.map((t) => ({ lon: a.lon + t * (b.lon - a.lon), lat: a.lat + t * (b.lat - a.lat) }));
};

const mayMeet = ([a, b]: Edge<Point>, [c, d]: Edge<Point>): boolean =>
  !spansApart(a.lon, b.lon, c.lon, d.lon) && !spansApart(a.lat, b.lat, c.lat, d.lat);

/** Whether a ring reaches past an outline by more than what the outline may be wrong by. */
export const reachesBeyond = (ring: Ring, outline: Ring): boolean => {
  const outside = new Set(ring.filter((corner) => !contains(outline, corner)));
  if ([...outside].some((corner) => isBeyond(outline, corner))) return true;
  const borders = edgesOf(outline);
  return edgesOf(ring).some((edge) => {
    const near = borders.filter((border) => mayMeet(edge, border));
    // Far from every border it lies where its ends lie.
    if (near.length === 0 && !outside.has(edge[0])) return false;
    return middles(edge, near).some((point) => isBeyond(outline, point));
  });
};
