import { type Micro, toMicro } from './point.ts';
import type { Ring } from './ring.ts';

/**
 * A line of the plane, in lowest terms, and what runs along it: at each position by how much the running edges change.
 */
export interface Line {
  readonly step: Micro;
  readonly through: Micro;
  readonly changes: Map<number, number>;
}

/**
 * The border of a sum of rings, as a 1-chain: the edges of all rings, where opposite ones cancel. An edge from s to t
 * is written on its supporting line as +1 at s and −1 at t, whichever way it runs: the running sum along the line is
 * then how many edges run forward there, less those that run back. A whole edge and its subdivision leave the same
 * marks, so nothing has to be cut where the corner of one ring lies on the edge of another.
 */
export interface Chain {
  readonly origin: Micro;
  readonly lines: Map<string, Line>;
}

/** An empty chain. Its origin is near what will be added, so that a line's offset stays exact (below 2^53). */
export const emptyChain = (near: Ring): Chain => ({ origin: toMicro(near[0]!), lines: new Map() });

/** Adds the border of a ring `times` (−1 takes it away). */
export const addRing = (chain: Chain, ring: Ring, times: 1 | -1): void => {
  const corners = ring.map(toMicro);
  corners.forEach((end, i) => {
    const start = corners[(i || corners.length) - 1]!;
    const { step, changes } = lineOf(chain, start, end);
    change(changes, positionOn(step, start), times);
    change(changes, positionOn(step, end), -times);
  });
};

/** A line's positions are eastings, or northings on a meridian. */
export const positionOn = (step: Micro, point: Micro): number => (step.x === 0 ? point.y : point.x);

/** The point at a position of a line. */
export const pointOn = ({ step, through }: Line, position: number): Micro => {
  const steps = (position - positionOn(step, through)) / (step.x || step.y);
  return { x: through.x + steps * step.x, y: through.y + steps * step.y };
};

const lineOf = ({ origin, lines }: Chain, start: Micro, end: Micro): Line => {
  const step = direction(end.x - start.x, end.y - start.y);
  const offset = step.x * (start.y - origin.y) - step.y * (start.x - origin.x);
  const key = `${step.x},${step.y},${offset}`;
  const known = lines.get(key);
  if (known) return known;
  const line = { step, through: start, changes: new Map<number, number>() };
  lines.set(key, line);
  return line;
};

/** In lowest terms, to the east, or to the north on a meridian. */
const direction = (dx: number, dy: number): Micro => {
  const divisor = greatestCommonDivisor(Math.abs(dx), Math.abs(dy)) * (dx < 0 || (dx === 0 && dy < 0) ? -1 : 1);
  return { x: dx / divisor, y: dy / divisor };
};

const greatestCommonDivisor = (a: number, b: number): number => (b === 0 ? a : greatestCommonDivisor(b, a % b));

/** A mark that comes to nothing is dropped: an empty chain has no marks. */
const change = (changes: Map<number, number>, position: number, by: number): void => {
  const sum = (changes.get(position) ?? 0) + by;
  if (sum === 0) changes.delete(position);
  else changes.set(position, sum);
};
