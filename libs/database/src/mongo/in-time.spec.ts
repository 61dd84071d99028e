import { expect, it } from '@jest/globals';
import { inTime } from './in-time.ts';

class Late extends Error {}
const late = (seconds: number): Error => new Late(`${seconds} s`);

it('work that never ends is given up, and what ends in time is left alone', async () => {
  await expect(inTime(new Promise(() => undefined), 5, late)).rejects.toThrow(Late);
  await expect(inTime(Promise.reject(new RangeError('its own')), 60_000, late)).rejects.toThrow(RangeError);
  expect(await inTime(Promise.resolve('done'), 60_000, late)).toBe('done');
  expect(await inTime(Promise.resolve('done'), Infinity, late)).toBe('done');
});
