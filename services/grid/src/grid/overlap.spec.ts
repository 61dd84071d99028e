import { describe, expect, it } from '@jest/globals';
import type { Ring } from '@panshi/kernel';
import fc from 'fast-check';
import { cut, rectangle, ring } from '../../test/rings.ts';
import { overlap } from './overlap.ts';
import { ringProblem } from '@panshi/kernel';

const square = rectangle(0, 0, 8, 8);

describe('overlap', () => {
  it.each<[string, Ring, boolean]>([
    ['a ring and itself', square, true],
    ['a ring within it', rectangle(2, 2, 4, 4), true],
    ['a ring around it', rectangle(-2, -2, 10, 10), true],
    ['a ring within it that shares an edge', rectangle(0, 0, 8, 2), true],
    ['a ring that crosses it like the bars of a cross', rectangle(-2, 2, 10, 4), true],
    ['a ring that enters at its corners only', ring([-8, 0], [0, 0], [8, 8], [0, 8]), true],
    ['a neighbour with a common edge', rectangle(8, 0, 16, 8), false],
    ['a neighbour with a part of an edge in common', rectangle(8, 2, 16, 20), false],
    ['a neighbour at a corner', rectangle(8, 8, 16, 16), false],
    ['a ring in the notch of another', rectangle(20, 20, 21, 21), false],
    ['a ring whose box overlaps, but whose ground does not', ring([8, 4], [12, -4], [12, 12]), false],
  ])('tells of %s', (_, other, expected) => {
    expect(overlap(square, other)).toBe(expected);
    expect(overlap(other, square)).toBe(expected);
  });

  it('sees no common ground of a ring that fills the notch of another', () => {
    const notched = ring([0, 0], [8, 0], [8, 8], [4, 4], [0, 8]);
    expect(overlap(notched, ring([8, 8], [0, 8], [4, 4]))).toBe(false);
    expect(overlap(notched, ring([8, 8], [0, 8], [4, 3]))).toBe(true);
  });

  it('finds that the two sides of a cut share nothing, and each shares its ground with the whole', () => {
    fc.assert(
      fc.property(fc.nat(7), fc.nat(7), fc.nat(20), fc.nat(20), (x, y, from, to) => {
        const whole = ring([0, 0], [8 + x, 0], [16, 8], [8, 16 + y], [0, 8]);
        const halves = cut(whole, from, to);
        fc.pre(halves.every((half) => ringProblem(half) === undefined));
        expect(overlap(...halves)).toBe(false);
        for (const half of halves) expect(overlap(half, whole)).toBe(true);
      }),
    );
  });

  it('agrees with the arithmetic of rectangles', () => {
    const interval = fc.tuple(fc.nat(6), fc.nat(6)).filter(([a, b]) => a < b);
    fc.assert(
      fc.property(interval, interval, interval, interval, (ax, ay, bx, by) => {
        const share = (p: number[], q: number[]): boolean => p[0]! < q[1]! && q[0]! < p[1]!;
        const a = rectangle(ax[0], ay[0], ax[1], ay[1]);
        const b = rectangle(bx[0], by[0], bx[1], by[1]);
        expect(overlap(a, b)).toBe(share(ax, bx) && share(ay, by));
      }),
    );
  });
});
