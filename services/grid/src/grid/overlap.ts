import { boundingBox, type Ring } from '@panshi/kernel';
import { type Edge, edgesOf } from './edges.ts';

/** Twice the micro-degrees, so that the middle of an edge is a whole number too. Exact for rings as wide as a district. */
interface Spot {
  readonly x: number;
  readonly y: number;
}

const spots = (ring: Ring): readonly Spot[] =>
  ring.map(({ lon, lat }) => ({ x: 2 * Math.round(lon * 1e6), y: 2 * Math.round(lat * 1e6) }));

const turn = (a: Spot, b: Spot, c: Spot): number => Math.sign((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x));

const along = ([a, b]: Edge<Spot>, spot: Spot): number => (spot.x - a.x) * (b.x - a.x) + (spot.y - a.y) * (b.y - a.y);

const strictlyOn = (edge: Edge<Spot>, spot: Spot): boolean => {
  const [a, b] = edge;
  return turn(a, b, spot) === 0 && along(edge, spot) > 0 && along([b, a], spot) > 0;
};

const cross = ([a, b]: Edge<Spot>, [c, d]: Edge<Spot>): boolean =>
  turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;

const inside = (edges: readonly Edge<Spot>[], spot: Spot): boolean =>
  edges.filter(([a, b]) => {
    const [low, high] = a.y < b.y ? [a, b] : [b, a];
    return spot.y >= low.y && spot.y < high.y && turn(low, high, spot) > 0;
  }).length %
    2 ===
  1;

/** An edge cut at every corner of the other ring that lies on it. */
const pieces = (edge: Edge<Spot>, corners: readonly Spot[]): readonly Edge<Spot>[] => {
  const cuts = corners.filter((corner) => strictlyOn(edge, corner)).sort((a, b) => along(edge, a) - along(edge, b));
  const stops = [edge[0], ...cuts, edge[1]];
  return stops.slice(1).map((stop, i) => [stops[i]!, stop]);
};

/** Whether a piece, which crosses no edge of the other ring, has ground of the other ring on its left, where its own lies. */
const sharesGround = ([a, b]: Edge<Spot>, others: readonly Edge<Spot>[]): boolean => {
  const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  const under = others.find((edge) => strictlyOn(edge, middle));
  return under ? along(under, b) > along(under, a) : inside(others, middle);
};

const apart = (a: Ring, b: Ring): boolean => {
  const [p, q] = [boundingBox(a), boundingBox(b)];
  return p.east <= q.west || q.east <= p.west || p.north <= q.south || q.north <= p.south;
};

/**
 * Whether two sound rings share ground; a common border is none. Exact: unless edges cross, every piece of a border lies wholly
 * inside, outside or on the other border, and its middle tells which.
 */
export const overlap = (a: Ring, b: Ring): boolean => {
  if (apart(a, b)) return false;
  const [corners, otherCorners] = [spots(a), spots(b)];
  const [edges, others] = [edgesOf(corners), edgesOf(otherCorners)];
  if (edges.some((edge) => others.some((other) => cross(edge, other)))) return true;
  return (
    edges.flatMap((edge) => pieces(edge, otherCorners)).some((piece) => sharesGround(piece, others)) ||
    others.flatMap((edge) => pieces(edge, corners)).some((piece) => sharesGround(piece, edges))
  );
};
