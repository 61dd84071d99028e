import { expect, it } from '@jest/globals';
import { backoffMs } from './scheduler.ts';

it('a retry waits longer after each failure, and never so long that the end of an outage passes unnoticed', () => {
  expect([1, 2, 3, 4].map(backoffMs)).toEqual([200, 400, 800, 1600]);
  expect([6, 20, 10_000].map(backoffMs)).toEqual([5_000, 5_000, 5_000]);
});
