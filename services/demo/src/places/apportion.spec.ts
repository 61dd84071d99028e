import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { apportion } from './apportion.ts';

const weights = fc.array(fc.double({ min: 0.1, max: 9, noNaN: true }), { minLength: 1, maxLength: 60 });

describe('apportioning', () => {
  it('gives away exactly the total, to each at least one, and within one of its exact share', () => {
    fc.assert(
      fc.property(weights, fc.nat(2_000), (all, more) => {
        const shares = apportion(all.length + more, all);
        const sum = all.reduce((a, b) => a + b, 0);
        expect(shares.reduce((a, b) => a + b, 0)).toBe(all.length + more);
        shares.forEach((share, i) => expect(Math.abs(share - 1 - (more * all[i]!) / sum)).toBeLessThan(1));
      }),
    );
  });

  it('gives what is left to the largest remainders', () => {
    expect(apportion(10, [1, 1, 1])).toEqual([4, 3, 3]);
    expect(apportion(13, [5, 3, 2])).toEqual([6, 4, 3]);
    expect(apportion(12, [4, 3, 3])).toEqual([4, 4, 4]);
  });

  it('is refused where there is less than one for each', () => {
    expect(() => apportion(2, [1, 1, 1])).toThrow(RangeError);
  });
});
