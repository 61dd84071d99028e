import type { Point, Ring } from '@panshi/kernel';

/** One step of the specs' lattice in micro-degrees: small enough for a grid, and often halved without a rest. */
const STEP = 1024;
const ORIGIN = { x: 118_900_000, y: 32_100_000 };

/** A place on the lattice. */
export const at = (x: number, y: number): Point => ({
  lon: (ORIGIN.x + x * STEP) / 1e6,
  lat: (ORIGIN.y + y * STEP) / 1e6,
});

/** Corners on the lattice. */
export const ring = (...corners: readonly (readonly [number, number])[]): Ring => corners.map(([x, y]) => at(x, y));

/** A rectangle on the lattice, from south-west to north-east. */
export const rectangle = (west: number, south: number, east: number, north: number): Ring =>
  ring([west, south], [east, south], [east, north], [west, north]);

const middle = (a: Point, b: Point): Point => ({
  lon: Math.round((a.lon + b.lon) * 5e5) / 1e6,
  lat: Math.round((a.lat + b.lat) * 5e5) / 1e6,
});

/** A ring cut in two, from one of its corners or middles of edges to another; what comes of it may be no sound ring. */
export const cut = (whole: Ring, from: number, to: number): readonly [Ring, Ring] => {
  const stops = whole.flatMap((corner, i) => [corner, middle(corner, whole[(i + 1) % whole.length]!)]);
  const [i, j] = [from % stops.length, to % stops.length].sort((a, b) => a - b) as [number, number];
  return [stops.slice(i, j + 1), [...stops.slice(j), ...stops.slice(0, i + 1)]];
};
