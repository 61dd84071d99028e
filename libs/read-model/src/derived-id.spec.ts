import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { validate, version } from 'uuid';
import { derivedId } from './derived-id.ts';

const times = fc.integer({ min: 0, max: 2 ** 48 - 1 });
const parts = fc.array(fc.string(), { maxLength: 3 });

describe('a derived id', () => {
  it('is a UUIDv7 that carries the time', () => {
    fc.assert(
      fc.property(times, parts, (time, some) => {
        const id = derivedId(time, ...some);
        expect([validate(id), version(id)]).toEqual([true, 7]);
        expect(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)).toBe(time);
      }),
    );
  });

  it('is the same for the same arguments, and another for others, wherever they are cut', () => {
    fc.assert(
      fc.property(times, parts, parts, (time, some, others) => {
        expect(derivedId(time, ...some)).toBe(derivedId(time, ...some));
        const equal = JSON.stringify(some) === JSON.stringify(others);
        expect(derivedId(time, ...some) === derivedId(time, ...others)).toBe(equal);
      }),
    );
    expect(derivedId(0, 'ab', 'c')).not.toBe(derivedId(0, 'a', 'bc'));
  });

  it('sorts by time', () => {
    fc.assert(
      fc.property(times, times, parts, (a, b, some) => {
        expect(Math.sign(Number(derivedId(a, ...some) > derivedId(b, ...some)))).toBe(Number(a > b));
      }),
    );
  });
});
