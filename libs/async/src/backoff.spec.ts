import { expect, it } from '@jest/globals';
import { retryAfterMs } from './backoff.ts';

it('the wait before a retry doubles, up to the longest', () => {
  expect([1, 2, 3, 4].map(retryAfterMs)).toEqual([200, 400, 800, 1600]);
  expect([6, 20, 10_000].map(retryAfterMs)).toEqual([5_000, 5_000, 5_000]);
});
