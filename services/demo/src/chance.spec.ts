import { describe, expect, it } from '@jest/globals';
import { randomFor, sample } from './chance.ts';

const first = (seed: number, count: number): number[] => Array.from({ length: count }, randomFor(seed));

describe('chance', () => {
  it('gives other numbers for another seed', () => {
    expect(first(1, 5)).not.toEqual(first(2, 5));
  });

  it('spreads evenly over the unit interval', () => {
    const tenths = Array.from({ length: 10 }, () => 0);
    for (const number of first(320_113, 10_000)) tenths[Math.floor(number * 10)]! += 1;
    expect(Math.min(...tenths)).toBeGreaterThan(900);
    expect(Math.max(...tenths)).toBeLessThan(1_100);
  });
});

describe('a sample', () => {
  it('draws each at most once, and no more than there are', () => {
    const drawn = sample([1, 2, 3, 4, 5], 9, randomFor(7));
    expect(drawn.toSorted()).toEqual([1, 2, 3, 4, 5]);
    expect(sample([1, 2, 3, 4, 5], 2, randomFor(7))).toEqual(drawn.slice(0, 2));
  });
});
