import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { UnusableStore } from '../errors.ts';
import { beyond, origin, serverPositionOf, positionOf, positionOfRecord } from './server-positions.ts';

const byte = fc.integer({ min: 1, max: 4e15 }).map(BigInt);
const record = (at: bigint) => ({ commit: at, prepare: at });
const before = (at: bigint) => ({ commit: at, prepare: 0n });

describe('a place in the server log as a position', () => {
  it('reads back as the same place', () => {
    fc.assert(
      fc.property(byte, (at) => {
        expect(serverPositionOf(positionOf(record(at)))).toEqual(record(at));
        expect(serverPositionOf(positionOf(before(at)))).toEqual(before(at));
      }),
    );
  });

  it('sorts as text: a checkpoint just before a record lies between it and the record before', () => {
    fc.assert(
      fc.property(byte, byte, (a, b) => {
        fc.pre(a < b);
        const places = [record(a), before(b), record(b)].map(positionOf);
        expect([origin, ...places, beyond].toSorted()).toEqual([origin, ...places, beyond]);
        expect(new Set(places).size).toBe(3);
      }),
    );
  });

  it('is refused where an event has none of its own', () => {
    const max = 2n ** 64n - 1n;
    for (const place of [undefined, { commit: 7n, prepare: 3n }, { commit: max, prepare: 0n }])
      expect(() => positionOfRecord(place)).toThrow(UnusableStore);
  });
});
