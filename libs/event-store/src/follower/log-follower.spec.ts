import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { any, events } from '../contract/sample.ts';
import { openMemoryEventStore } from '../sqlite/in-memory.ts';
import type { EventStore, SubscribeOptions } from '../port.ts';
import { followerOf } from './log-follower.ts';

describe('the follower of a log', () => {
  let store: EventStore;
  let stop: AbortController;
  beforeEach(() => {
    store = openMemoryEventStore();
    stop = new AbortController();
  });
  afterEach(() => stop.abort());

  /** Follows, and notes the versions of one stream as they come; holds back while `gate` is closed. */
  const following = (options: SubscribeOptions = {}, log = store, gate: () => boolean = () => true) => {
    const heard: number[] = [];
    const state = { heard, reached: '', caughtUp: false };
    const run = async (): Promise<void> => {
      for await (const batch of followerOf(log).follow(options, stop.signal)) {
        while (!gate()) await setImmediate();
        heard.push(...batch.events.map(({ version }) => version));
        Object.assign(state, { reached: batch.position, caughtUp: batch.caughtUp });
      }
    };
    return Object.assign(state, { ended: run() });
  };
  const reached = async (...consumers: { reached: string; caughtUp: boolean }[]): Promise<void> => {
    const head = await store.head();
    while (consumers.some((each) => each.reached < head || !each.caughtUp)) await setImmediate();
  };
  const count = (most: number): number[] => Array.from({ length: most }, (_, i) => i);

  it('is one for each log', () => {
    expect(followerOf(store)).toBe(followerOf(store));
    expect(followerOf(store)).not.toBe(followerOf(openMemoryEventStore()));
  });

  it('lets nobody wait for one that does not take what it is handed, and that one misses nothing', async () => {
    let open = false;
    const [quick, slow] = [following(), following({}, store, () => open)];
    for (let i = 0; i < 10; i++) {
      await store.append('s', events(1000), any());
      await reached(quick);
    }
    expect([quick.heard, slow.heard]).toEqual([count(10_000), []]);
    open = true;
    await reached(slow);
    expect(slow.heard).toEqual(count(10_000));
  });

  it('subscribes to what is asked for and no more, once for all', async () => {
    const subscribed = jest.spyOn(store, 'subscribe');
    const asked = () => subscribed.mock.lastCall?.[0];
    const [one, two] = [following({ types: ['A', 'B'] }), following({ types: ['B', 'C'] })];
    await reached(one, two);
    expect(asked()).toEqual({ types: ['A', 'B', 'C'], after: await store.head() });
    const before = subscribed.mock.calls.length;
    const three = following({ types: ['A'] });
    await reached(three);
    expect(subscribed).toHaveBeenCalledTimes(before);
    await store.append('s', events(1, { type: 'C' }), any());
    await reached(one, two, three);
    expect([one.heard, two.heard, three.heard]).toEqual([[], [0], []]);
  });

  it('has for one that comes later, with other types, what happens from then on and before', async () => {
    const first = following({ types: ['A'] });
    await store.append('s', events(2, { type: 'B' }), any());
    await reached(first);
    const later = following({ types: ['B'] });
    await store.append('s', events(2, { type: 'B' }), any());
    await reached(first, later);
    expect([first.heard, later.heard]).toEqual([[], [0, 1, 2, 3]]);
  });

  it('subscribes to less once somebody has gone, and lets go of the log with the last', async () => {
    const open = jest.fn();
    const watched = Object.assign(Object.create(store) as EventStore, {
      head: () => store.head(),
      readAll: store.readAll.bind(store),
      subscribe: async function* (options: SubscribeOptions, signal: AbortSignal) {
        open(options.types);
        yield* store.subscribe(options, signal);
        open('ended');
      },
    });
    const leave = new AbortController();
    const gone = (async () => {
      for await (const batch of followerOf(watched).follow({ types: ['B'] }, leave.signal)) void batch;
    })();
    const stays = following({ types: ['A'] }, watched);
    await reached(stays);
    leave.abort();
    await gone;
    while (open.mock.lastCall?.[0] === 'ended' || open.mock.lastCall?.[0]?.toString() !== 'A') await setImmediate();
    stop.abort();
    await stays.ended;
    while (open.mock.lastCall?.[0] !== 'ended') await setImmediate();
  });

  it('goes on where it was when the log fails and comes back, repeating and missing nothing', async () => {
    let failures = 0;
    const flaky = Object.assign(Object.create(store) as EventStore, {
      head: () => store.head(),
      readAll: store.readAll.bind(store),
      subscribe: async function* (options: SubscribeOptions, signal: AbortSignal) {
        for await (const message of store.subscribe(options, signal)) {
          yield message;
          if (message.kind === 'event' && failures++ < 2) throw new Error('connection lost');
        }
      },
    });
    const [one, two] = [following({}, flaky), following({}, flaky)];
    for (let i = 0; i < 5; i++) await store.append('s', events(3), any());
    await reached(one, two);
    expect([one.heard, two.heard]).toEqual([count(15), count(15)]);
  });

  it('tells each that the log was replaced by a shorter one', async () => {
    await store.append('s', events(3), any());
    let log = store;
    const replaced = Object.assign(Object.create(store) as EventStore, {
      head: () => log.head(),
      readAll: (...options: Parameters<EventStore['readAll']>) => log.readAll(...options),
      subscribe: (...options: Parameters<EventStore['subscribe']>) => log.subscribe(...options),
    });
    const [one, two] = [following({}, replaced), following({}, replaced)];
    await reached(one, two);
    log = openMemoryEventStore();
    await store.close();
    await expect(one.ended).rejects.toThrow(RangeError);
    await expect(two.ended).rejects.toThrow(RangeError);
    await expect(following({ after: one.reached }, replaced).ended).rejects.toThrow(RangeError);
  });
});
