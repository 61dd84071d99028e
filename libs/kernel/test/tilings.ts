import fc from 'fast-check';
import { before, fromMicro, toMicro, turn } from '../src/geometry/point.ts';
import type { Micro, Point } from '../src/geometry/point.ts';
import type { Ring } from '../src/geometry/ring.ts';

/** For property tests: a ring from micro-degrees. */
export const ring = (...corners: readonly (readonly [number, number])[]): Ring =>
  corners.map(([x, y]) => fromMicro({ x, y }));

/** Corners on a lattice coarse enough that halves and thirds of an edge are whole micro-degrees. */
const LATTICE = 6 * 6 * 6;
const ORIGIN = { x: 118_760_000, y: 32_050_000 };

const corner = fc
  .tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 400 }))
  .map(([x, y]) => ({ x: ORIGIN.x + x * LATTICE, y: ORIGIN.y + y * LATTICE }));

/** A place in or around every generated ring. */
export const place: fc.Arbitrary<Point> = fc
  .tuple(fc.integer({ min: -9, max: 401 * LATTICE }), fc.integer({ min: -9, max: 401 * LATTICE }))
  .map(([x, y]) => fromMicro({ x: ORIGIN.x + x, y: ORIGIN.y + y }));

/** Any convex ring. */
export const convexRing: fc.Arbitrary<Ring> = fc
  .array(corner, { minLength: 3, maxLength: 12 })
  .map(hull)
  .filter((corners) => corners.length >= 3)
  .map((corners) => corners.map(fromMicro));

/** A convex ring and pieces that tile it: cut again and again from a place on one edge to a place on another. */
export const tiling: fc.Arbitrary<{ whole: Ring; parts: readonly Ring[] }> = fc
  .tuple(convexRing, fc.array(fc.record({ piece: fc.nat(), from: fc.nat(), to: fc.nat() }), { maxLength: 12 }))
  .map(([whole, cuts]) => ({ whole, parts: cuts.reduce(cut, [whole]) }));

type Cut = { readonly piece: number; readonly from: number; readonly to: number };

function cut(parts: readonly Ring[], { piece, from, to }: Cut): readonly Ring[] {
  const chosen = piece % parts.length;
  const part = withHalves(parts[chosen]!.map(toMicro));
  const [i, j] = [from % part.length, to % part.length].toSorted((a, b) => a - b) as [number, number];
  const halves = [part.slice(i, j + 1), [...part.slice(j), ...part.slice(0, i + 1)]].map(hull);
  if (halves.some((half) => half.length < 3)) return parts;
  return parts.toSpliced(chosen, 1, ...halves.map((half) => half.map(fromMicro)));
}

/** Every corner, and the middle of every edge where it is a whole micro-degree. */
const withHalves = (corners: readonly Micro[]): readonly Micro[] =>
  corners.flatMap((a, i) => {
    const b = corners[(i + 1) % corners.length]!;
    const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
    return Number.isInteger(middle.x) && Number.isInteger(middle.y) ? [a, middle] : [a];
  });

/** The convex hull, counter-clockwise, without points on its edges (Andrew's monotone chain). */
function hull(points: readonly Micro[]): readonly Micro[] {
  const sorted = points.toSorted((a, b) => (before(a, b) ? -1 : before(b, a) ? 1 : 0));
  return [...half(sorted), ...half(sorted.toReversed())];
}

const half = (sorted: readonly Micro[]): readonly Micro[] => {
  const chain: Micro[] = [];
  for (const point of sorted) {
    while (chain.length > 1 && turn(chain.at(-2)!, chain.at(-1)!, point) <= 0) chain.pop();
    chain.push(point);
  }
  return chain.slice(0, -1);
};
