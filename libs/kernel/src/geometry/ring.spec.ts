import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MAX_RING_POINTS, normalizeRing, ringProblem } from './ring.ts';
import type { Point } from './point.ts';
import { convexRing, ring } from '../../test/tilings.ts';

const square = ring([0, 0], [10, 0], [10, 10], [0, 10]);

const circle = (points: number): Point[] =>
  Array.from({ length: points }, (_, i) => {
    const angle = (2 * Math.PI * i) / points;
    return { lon: 118.9 + 0.1 * Math.cos(angle), lat: 32.1 + 0.1 * Math.sin(angle) };
  });

describe('a ring', () => {
  it('may have any shape that does not meet itself', () => {
    expect(ringProblem(square)).toBeUndefined();
    expect(ringProblem(ring([0, 0], [10, 0], [10, 10], [5, 5], [0, 10]))).toBeUndefined();
    expect(ringProblem(circle(MAX_RING_POINTS))).toBeUndefined();
  });

  it.each([
    ['no-coordinate', [{ lon: Number.NaN, lat: 0 }, ...square]],
    ['no-coordinate', [{ lon: 180.1, lat: 0 }, ...square]],
    ['no-coordinate', [{ lon: 0, lat: -90.1 }, ...square]],
    ['too-few-points', []],
    ['too-few-points', ring([0, 0], [1, 1])],
    ['too-many-points', circle(MAX_RING_POINTS + 1)],
    ['too-large', ring([0, 0], [60_000_001, 0], [0, 10])],
    ['repeated', [...square, square[0]!]],
    ['repeated', [{ lon: 0.000_000_4, lat: 0 }, ...square]],
    ['zero-area', ring([0, 0], [1, 1], [3, 3], [2, 2])],
    ['self-crossing', ring([0, 0], [10, 10], [10, 0], [0, 10])],
    ['self-crossing', ring([0, 0], [10, 0], [5, 0], [5, 5])],
    ['self-crossing', ring([0, 0], [10, 0], [10, 10], [5, 0], [0, 10])],
    ['clockwise', square.toReversed()],
  ] as const)('is refused as %s (%#)', (problem, points) => {
    expect(ringProblem(points)).toBe(problem);
  });

  it('is judged exactly even where it is as wide as may be and its area a single square micro-degree', () => {
    const sliver = ring([0, 0], [59_999_999, 59_999_998], [59_999_998, 59_999_997]);
    expect(ringProblem(sliver)).toBe('clockwise');
    expect(ringProblem(sliver.toReversed())).toBeUndefined();
  });

  it('has the same problem wherever it begins', () => {
    const bowTie = ring([0, 0], [10, 10], [10, 0], [0, 20]);
    for (let i = 0; i < bowTie.length; i++) {
      expect(ringProblem([...bowTie.slice(i), ...bowTie.slice(0, i)])).toBe('self-crossing');
    }
  });
});

describe('the normal form of a ring', () => {
  it('is one for every beginning, direction, repetition and extra point on an edge', () => {
    fc.assert(
      fc.property(convexRing, fc.nat(), fc.boolean(), (corners, n, backwards) => {
        const start = n % corners.length;
        const turned = [...corners.slice(start), ...corners.slice(0, start)];
        const halfway = { lon: (turned[0]!.lon + turned[1]!.lon) / 2, lat: (turned[0]!.lat + turned[1]!.lat) / 2 };
        const padded = [turned[0]!, halfway, halfway, ...turned.slice(1), turned[0]!];
        expect(normalizeRing(backwards ? padded.toReversed() : padded)).toEqual(normalizeRing(corners));
      }),
    );
  });

  it('is sound and its own normal form', () => {
    fc.assert(
      fc.property(convexRing, (corners) => {
        const normal = normalizeRing(corners);
        expect(ringProblem(normal)).toBeUndefined();
        expect(normalizeRing(normal)).toEqual(normal);
      }),
    );
  });

  it('does not hide a line that goes back on itself', () => {
    expect(ringProblem(normalizeRing(ring([0, 0], [10, 0], [5, 0], [5, 5])))).toBe('self-crossing');
  });

  it('rounds to six decimals', () => {
    const fine = [
      { lon: 118.123_456_4, lat: 32 },
      { lon: 119, lat: 32 },
      { lon: 119, lat: 32.5 },
    ];
    expect(normalizeRing(fine)[0]).toEqual({ lon: 118.123456, lat: 32 });
  });
});
