/**
 * A place on the ground in degrees: WGS-84 and CGCS2000, which differ by centimetres, are taken as one. At most 6
 * decimals count (a micro-degree, about 0.1 m): everything here rounds to them first and is exact from there on.
 */
export interface Point {
  readonly lon: number;
  readonly lat: number;
}

/** A point as whole micro-degrees, so that comparing, turning and crossing are exact. */
export interface Micro {
  readonly x: number;
  readonly y: number;
}

export const toMicro = ({ lon, lat }: Point): Micro => ({ x: Math.round(lon * 1e6), y: Math.round(lat * 1e6) });

export const fromMicro = ({ x, y }: Micro): Point => ({ lon: x / 1e6, lat: y / 1e6 });

/** The point to the decimals that count. */
export const rounded = (point: Point): Point => fromMicro(toMicro(point));

export const samePlace = (a: Micro, b: Micro): boolean => a.x === b.x && a.y === b.y;

/** Whether `a` comes before `b`, from west to east, and from south to north on one meridian. */
export const before = (a: Micro, b: Micro): boolean => a.x < b.x || (a.x === b.x && a.y < b.y);

/**
 * Positive where a → b → c turns left, negative where right, zero where straight (or back). Exact while the three lie
 * within 60 degrees of each other: both products stay below 2^52.
 */
export const turn = (a: Micro, b: Micro, c: Micro): number => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);

/** Whether a → b → c, known to be straight, goes back on itself at `b`. */
export const turnsBack = (a: Micro, b: Micro, c: Micro): boolean =>
  (b.x - a.x) * (c.x - b.x) + (b.y - a.y) * (c.y - b.y) < 0;
