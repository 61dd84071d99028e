import { type Micro, turn, turnsBack } from './point.ts';

/** Whether any two edges of a closed line meet elsewhere than at the point they share as neighbours. */
export const crossesItself = (ring: readonly Micro[]): boolean => {
  const at = (i: number): Micro => ring[i % ring.length]!;
  return ring.some((a, i) => {
    const b = at(i + 1);
    const c = at(i + 2);
    if (turn(a, b, c) === 0 && turnsBack(a, b, c)) return true;
    const last = i === 0 ? ring.length - 1 : ring.length;
    for (let j = i + 2; j < last; j++) if (meet(a, b, at(j), at(j + 1))) return true;
    return false;
  });
};

const meet = (a: Micro, b: Micro, c: Micro, d: Micro): boolean => {
  if (spansApart(a.x, b.x, c.x, d.x) || spansApart(a.y, b.y, c.y, d.y)) return false;
  return bothSides(turn(a, b, c), turn(a, b, d)) && bothSides(turn(c, d, a), turn(c, d, b));
};

/** Whether the span from `a` to `b`, whichever is less, and that from `c` to `d` have no number in common. */
export const spansApart = (a: number, b: number, c: number, d: number): boolean =>
  Math.max(a, b) < Math.min(c, d) || Math.max(c, d) < Math.min(a, b);

const bothSides = (one: number, other: number): boolean => Math.sign(one) * Math.sign(other) <= 0;
