import { describe, expect, it } from '@jest/globals';
import type { Ring } from '@panshi/kernel';
import fc from 'fast-check';
import { rectangle, ring } from '../../test/rings.ts';
import { reachesBeyond } from './beyond.ts';

/** A step is about 97 m from west to east, and 114 m from south to north. */
const district = ring([0, 0], [40, 0], [40, 40], [22, 40], [22, 10], [18, 10], [18, 40], [0, 40]);

describe('what reaches beyond an outline', () => {
  it.each<[string, Ring, boolean]>([
    ['the outline itself', district, false],
    ['a ring within it', rectangle(2, 2, 8, 8), false],
    ['a ring along its border', rectangle(0, 0, 8, 40), false],
    ['a ring that passes the border by less than 100 m', rectangle(-1, 2, 8, 8), false],
    ['a ring that passes the border by more', rectangle(-1.1, 2, 8, 8), true],
    ['a ring elsewhere', rectangle(50, 50, 58, 58), true],
    ['a ring around it', rectangle(-2, -2, 42, 42), true],
    ['a ring whose corners lie in it, and whose edge crosses a bay', ring([14, 2], [26, 2], [26, 30], [14, 30]), true],
    ['a ring that touches the end of a bay', rectangle(14, 2, 26, 10), false],
    ['a ring in a bay, along its bank', rectangle(18, 12, 18.9, 38), false],
    ['a ring in the middle of a bay', rectangle(19.1, 12, 20.9, 38), true],
  ])('tells of %s', (_, one, expected) => expect(reachesBeyond(one, district)).toBe(expected));

  it('is a ring that lies 2 km off, wherever it lay, and never one that lies in the outline’s box without bays', () =>
    fc.assert(
      fc.property(fc.nat(30), fc.nat(30), fc.integer({ min: 1, max: 10 }), (x, y, size) => {
        const square = rectangle(0, 0, 40, 40);
        expect(reachesBeyond(rectangle(x, y, x + size, y + size), square)).toBe(false);
        expect(reachesBeyond(rectangle(x + 60, y, x + 60 + size, y + size), square)).toBe(true);
      }),
    ));
});
