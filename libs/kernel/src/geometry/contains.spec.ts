import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { contains } from './contains.ts';
import { convexRing, place, ring, tiling } from '../../test/tilings.ts';

const holders = (parts: readonly (readonly { lon: number; lat: number }[])[], point: { lon: number; lat: number }) =>
  parts.filter((part) => contains(part, point)).length;

describe('a point in a ring', () => {
  const [square] = [ring([0, 0], [10, 0], [10, 10], [0, 10])];
  const at = (x: number, y: number) => contains(square, { lon: x / 1e6, lat: y / 1e6 });

  it('is inside on the western and southern edge, outside on the eastern and northern one', () => {
    expect([at(5, 5), at(0, 5), at(5, 0), at(0, 0)]).toEqual([true, true, true, true]);
    expect([at(10, 5), at(5, 10), at(10, 10), at(10, 0), at(0, 10)]).toEqual([false, false, false, false, false]);
  });

  it('is found in the arms of a ring that is not convex, and not between them', () => {
    const u = ring([0, 0], [30, 0], [30, 30], [20, 30], [20, 10], [10, 10], [10, 30], [0, 30]);
    expect([5, 15, 25, 35].map((x) => contains(u, { lon: x / 1e6, lat: 20 / 1e6 }))).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  it('is outside on the other side of the world', () => {
    expect(contains(square, { lon: -180, lat: 0.000005 })).toBe(false);
    expect(contains(square, { lon: 180, lat: 0.000005 })).toBe(false);
  });

  it('lies in exactly one part of a tiling where it lies in the whole, and in none elsewhere', () => {
    fc.assert(
      fc.property(tiling, place, ({ whole, parts }, point) => {
        expect(holders(parts, point)).toBe(contains(whole, point) ? 1 : 0);
      }),
      { numRuns: 300 },
    );
  });

  it('lies in exactly one part also where it is a corner of several, or on their border', () => {
    fc.assert(
      fc.property(tiling, ({ whole, parts }) => {
        for (const corner of parts.flat()) expect(holders(parts, corner)).toBe(contains(whole, corner) ? 1 : 0);
      }),
      { numRuns: 300 },
    );
  });

  it('does not depend on where the ring begins or which way it runs', () => {
    fc.assert(
      fc.property(convexRing, place, (corners, point) => {
        expect(contains([...corners.slice(1), corners[0]!], point)).toBe(contains(corners, point));
        expect(contains(corners.toReversed(), point)).toBe(contains(corners, point));
      }),
    );
  });
});
