import { describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { toPosition } from '@panshi/event-store';
import { SnapshotKeeper } from './snapshot-keeper.ts';

/** Runs a keeper for as many looks at the log as there are ends of it. */
const growthsOver = async (ends: readonly number[], grow: () => Promise<void> = async () => undefined) => {
  const left = [...ends];
  const stop = new AbortController();
  let [end, growths] = [0, 0];
  const past = {
    grow: async () => {
      growths += 1;
      await grow();
    },
  };
  const scheduler = {
    now: () => 0,
    sleep: async () => {
      const next = left.shift();
      if (next === undefined) stop.abort();
      else end = next;
    },
  };
  const keeper = new SnapshotKeeper(past, { head: async () => toPosition(end) }, { run: () => undefined }, scheduler);
  await keeper.keep(stop.signal);
  return growths;
};

Logger.overrideLogger(false);

describe('snapshots', () => {
  it('are made when the log has grown by as much as is not soon folded, and at the start', async () => {
    expect(await growthsOver([999, 1000, 1001, 1999, 2000, 5000])).toBe(3);
  });

  it('wait while the log grows by much at a time, for two minutes at most', async () => {
    expect(await growthsOver([6000, 12_000, 18_000, 18_500])).toBe(1);
    const allTheTime = Array.from({ length: 27 }, (_, i) => 6000 * (i + 1));
    expect(await growthsOver(allTheTime)).toBe(2);
  });

  it('of a short log are not made', async () => {
    expect(await growthsOver([0, 10, 999])).toBe(0);
  });

  it('are tried again when they could not be made', async () => {
    expect(await growthsOver([1000, 1000], () => Promise.reject(new Error('no space left')))).toBe(2);
  });

  it('hold up nobody who stops', async () => {
    const stop = new AbortController();
    const past = { grow: () => new Promise<void>(() => stop.abort()) };
    const scheduler = { now: () => 0, sleep: async () => undefined };
    const store = { head: async () => toPosition(5000) };
    await new SnapshotKeeper(past, store, { run: () => undefined }, scheduler).keep(stop.signal);
    expect(stop.signal.aborted).toBe(true);
  });
});
