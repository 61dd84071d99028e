import { expect, it } from '@jest/globals';
import { type Clock, systemClock } from './clock.ts';
import { until } from './until.ts';
import { Waiters } from './waiters.ts';

const options = (over: Partial<Parameters<typeof until>[1]> = {}) => {
  const signs = new Waiters();
  return { signs, clock: systemClock, deadline: Date.now() + 60_000, ...over };
};

it('what is so already is not waited for, even when it is late', async () => {
  expect(await until(() => true, options({ deadline: 0 }))).toBe(true);
});

it('who waits looks again at each sign, and leaves nobody waiting behind', async () => {
  const asked = options();
  let looks = 0;
  const waiting = until(() => ++looks === 3, asked);
  for (const look of [1, 2]) {
    while (looks < look || asked.signs.size === 0) await Promise.resolve();
    asked.signs.wakeAll();
  }
  expect(await waiting).toBe(true);
  expect(asked.signs.size).toBe(0);
});

it('without a sign it is looked at now and then, and a last time at the deadline', async () => {
  let passed = 0;
  const clock: Clock = { now: () => 0, sleep: async (ms) => void (passed = Math.max(passed, ms)) };
  expect(await until(() => false, options({ clock, deadline: 500, pollMs: 20 }))).toBe(false);
  expect(passed).toBe(500);
});
