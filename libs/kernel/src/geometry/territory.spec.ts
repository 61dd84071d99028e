import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fromMicro, toMicro } from './point.ts';
import { normalizeRing, ringProblem } from './ring.ts';
import type { Ring } from './ring.ts';
import { sameTerritory, unionOutline } from './territory.ts';
import { ring, tiling } from '../../test/tilings.ts';

const west = ring([0, 0], [10, 0], [10, 10], [0, 10]);
const east = ring([10, 0], [20, 0], [20, 10], [10, 10]);
const both = ring([0, 0], [20, 0], [20, 10], [0, 10]);

const moved = (rings: readonly Ring[], which: number, corner: number, dx: number, dy: number): readonly Ring[] => {
  const chosen = rings[which % rings.length]!;
  const { x, y } = toMicro(chosen[corner % chosen.length]!);
  const changed = chosen.with(corner % chosen.length, fromMicro({ x: x + dx, y: y + dy }));
  return rings.with(which % rings.length, changed);
};

describe('territory', () => {
  it('is conserved by every way of cutting, also where a corner lies on a neighbour’s edge', () => {
    fc.assert(
      fc.property(tiling, ({ whole, parts }) => {
        expect(sameTerritory(parts, [whole])).toBe(true);
        expect(sameTerritory([whole], parts)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('is not conserved when any corner moves by a single micro-degree', () => {
    const step = fc.constantFrom([1, 0], [0, 1], [-1, 0], [0, -1], [1, -1]);
    fc.assert(
      fc.property(tiling, fc.nat(), fc.nat(), step, ({ whole, parts }, part, corner, [dx, dy]) => {
        const changed = moved(parts, part, corner, dx!, dy!);
        fc.pre(changed.every((one) => ringProblem(one) === undefined));
        expect(sameTerritory(changed, [whole])).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('is not conserved when a part is missing, or comes twice', () => {
    fc.assert(
      fc.property(tiling, ({ whole, parts }) => {
        expect(sameTerritory(parts.slice(1), [whole])).toBe(false);
        expect(sameTerritory([...parts, parts[0]!], [whole])).toBe(false);
      }),
    );
  });

  it('is told apart from another of the same area', () => {
    expect(sameTerritory([west], [east])).toBe(false);
  });

  it('may be redistributed among several wholes', () => {
    const south = ring([0, 0], [20, 0], [20, 5], [0, 5]);
    const north = ring([0, 5], [20, 5], [20, 10], [0, 10]);
    expect(sameTerritory([south, north], [west, east])).toBe(true);
  });

  it('is nothing where there is none', () => {
    expect(sameTerritory([], [])).toBe(true);
    expect(sameTerritory([], [west])).toBe(false);
  });
});

describe('the outline of a union', () => {
  it('is the whole that was cut', () => {
    fc.assert(
      fc.property(tiling, ({ whole, parts }) => {
        expect(unionOutline(parts)).toEqual(normalizeRing(whole));
      }),
      { numRuns: 500 },
    );
  });

  it('of any of the parts, where there is one, covers just these', () => {
    fc.assert(
      fc.property(tiling, fc.infiniteStream(fc.boolean()), ({ parts }, choice) => {
        const chosen = parts.filter(() => choice.next().value);
        const outline = unionOutline(chosen);
        fc.pre(outline !== undefined);
        expect(ringProblem(outline!)).toBeUndefined();
        expect(sameTerritory(chosen, [outline!])).toBe(true);
      }),
    );
  });

  it('may be other than convex', () => {
    const step = ring([10, 0], [20, 0], [20, 5], [10, 5]);
    expect(unionOutline([west, step])).toEqual(ring([0, 0], [20, 0], [20, 5], [10, 5], [10, 10], [0, 10]));
    expect(unionOutline([west, east])).toEqual(both);
  });

  it.each([
    ['nothing', []],
    ['parts that lie apart', [west, ring([11, 0], [20, 0], [20, 10], [11, 10])]],
    ['parts that overlap', [west, ring([5, 0], [20, 0], [20, 10], [5, 10])]],
    ['a part twice', [west, west]],
    ['a part within another', [both, ring([5, 2], [8, 2], [8, 5], [5, 5])]],
    ['parts that touch at a corner', [west, ring([10, 10], [20, 10], [20, 20], [10, 20])]],
    ['parts of which one touches the other with a corner', [west, ring([10, 5], [20, 0], [20, 10])]],
    [
      'parts around a hole',
      [
        ring([0, 0], [30, 0], [30, 10], [0, 10]),
        ring([0, 20], [30, 20], [30, 30], [0, 30]),
        ring([0, 10], [10, 10], [10, 20], [0, 20]),
        ring([20, 10], [30, 10], [30, 20], [20, 20]),
      ],
    ],
  ])('does not exist for %s', (_, rings) => {
    expect(unionOutline(rings)).toBeUndefined();
  });
});
