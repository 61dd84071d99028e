import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { propertySeed } from '../support/property-seed.ts';

const chosen = propertySeed();

describe('the seed of property tests', () => {
  it('is the configured one, unless a test brings its own', () => {
    const drawn = (seed?: number) => fc.sample(fc.nat(), seed === undefined ? 20 : { numRuns: 20, seed });
    expect(Number.isInteger(chosen)).toBe(true);
    expect(drawn()).toEqual(drawn(chosen));
    expect(drawn()).not.toEqual(drawn(chosen + 1));
  });

  it('is told by a property that fails', () => {
    const failing = () => fc.assert(fc.property(fc.nat(), () => false));
    expect(failing).toThrow(`seed: ${chosen},`);
  });

  it('is fixed, a number asked for, or drawn', () => {
    expect(propertySeed('')).toBe(20260101);
    expect(propertySeed('-7')).toBe(-7);
    expect(propertySeed('2124860867')).toBe(2124860867);
    expect(Number.isInteger(propertySeed('random'))).toBe(true);
  });

  it.each(['soon', '1.5', '4294967296'])('is not %s', (asked) => expect(() => propertySeed(asked)).toThrow(RangeError));
});
