import { expect, it } from '@jest/globals';
import { withTimeout } from './with-timeout.ts';

class Late extends Error {}
const late = (seconds: number): Error => new Late(`${seconds} s`);

it('work that never ends is given up, and what ends in time is left alone', async () => {
  await expect(withTimeout(new Promise(() => undefined), 5, late)).rejects.toThrow(Late);
  await expect(withTimeout(Promise.reject(new RangeError('its own')), 60_000, late)).rejects.toThrow(RangeError);
  expect(await withTimeout(Promise.resolve('done'), 60_000, late)).toBe('done');
  expect(await withTimeout(Promise.resolve('done'), Infinity, late)).toBe('done');
});
