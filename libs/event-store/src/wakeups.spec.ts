import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Wakeups } from './wakeups.ts';

const pollMs = 10;

/** Waits again and again, as a follower of the log does. */
const waitOn = (wakeups: Wakeups, signal: AbortSignal) => {
  const woken = { count: 0 };
  const wait = async (): Promise<void> => {
    for (; !signal.aborted; woken.count++) await wakeups.next(signal);
  };
  void wait();
  return woken;
};

/** Lets so many milliseconds pass, and whoever was woken act, one after the other. */
const pass = async (ms: number): Promise<void> => {
  for (let passed = 0; passed < ms; passed += 1) {
    jest.advanceTimersByTime(1);
    for (let turn = 0; turn < 5; turn += 1) await undefined;
  }
};

describe('waking those who wait for the log to grow', () => {
  const over = new AbortController();
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => {
    over.abort();
    jest.useRealTimers();
  });

  it('happens once in a tenth of a second while another process writes all the time', async () => {
    const wakeups = new Wakeups(() => true, pollMs);
    const woken = waitOn(wakeups, over.signal);
    await pass(1000);
    expect(woken.count).toBe(10);
  });

  it('happens at the next look after a quiet spell', async () => {
    let changed = false;
    const wakeups = new Wakeups(() => changed, pollMs);
    const woken = waitOn(wakeups, new AbortController().signal);
    await pass(1000);
    changed = true;
    await pass(pollMs);
    expect(woken.count).toBe(1);
  });
});
