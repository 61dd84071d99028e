import { expect, it } from '@jest/globals';
import { StoreUnavailable } from '@panshi/event-store';
import { inTime } from './in-time.ts';

it('work that never ends is given up, and what ends in time is left alone', async () => {
  await expect(inTime(new Promise(() => undefined), 5)).rejects.toThrow(StoreUnavailable);
  await expect(inTime(Promise.reject(new RangeError('its own')), 60_000)).rejects.toThrow(RangeError);
  expect(await inTime(Promise.resolve('done'), 60_000)).toBe('done');
  expect(await inTime(Promise.resolve('done'), Infinity)).toBe('done');
});
