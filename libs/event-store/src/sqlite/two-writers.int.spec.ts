import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { all, any, events } from '../contract/sample.ts';
import { followerOf } from '../follower/log-follower.ts';
import type { EventFilter, EventStore, RecordedEvent } from '../port.ts';
import { openSqliteEventStore } from './open.ts';
import { temporaryFolder } from '../contract/temporary-folder.ts';

const folder = temporaryFolder();
let stores: readonly EventStore[];
/** A third process, which has appended nothing: what it reads is what the file holds. */
let onlooker: EventStore;
beforeAll(async () => {
  const path = folder.file();
  const open = (): Promise<EventStore> => openSqliteEventStore({ path });
  [stores, onlooker] = [[await open(), await open()], await open()];
});
afterAll(async () => {
  for (const store of [...stores, onlooker]) await store.close();
  folder.remove();
});

/** Follows the log from where it is, taking batches only while it is not stalled. */
class Consumer {
  readonly heard: RecordedEvent[] = [];
  readonly filter: EventFilter;
  readonly after: string;
  reached = '';
  stalled = false;
  readonly #stop = new AbortController();
  readonly #running: Promise<void>;

  constructor(store: EventStore, filter: EventFilter, after: string) {
    this.filter = filter;
    this.after = after;
    this.#running = this.#run(store);
  }

  async #run(store: EventStore): Promise<void> {
    for await (const batch of followerOf(store).follow({ ...this.filter, after: this.after }, this.#stop.signal)) {
      while (this.stalled) await setImmediate();
      this.heard.push(...batch.events);
      this.reached = batch.position;
    }
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }
}

const which = fc.nat(20);
const filter = fc.oneof(
  fc.record({ types: fc.subarray(['T0', 'T1', 'T2']) }),
  fc.record({ streamPrefixes: fc.subarray(['a-', 'b-'], { minLength: 1 }) }),
  fc.constant({}),
);
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('append' as const),
      by: fc.nat(1),
      type: fc.nat(2),
      stream: fc.constantFrom('a-1', 'b-1'),
      count: fc.integer({ min: 1, max: 3 }),
      awaited: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('follow' as const), by: fc.nat(1), filter }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('stall' as const), which, stalled: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('wait' as const), turns: fc.integer({ min: 1, max: 8 }) }) },
);

it('whoever follows a log that two processes write gets each event that passes its filter, once and in order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const begin = await onlooker.head();
      const consumers = stores.map((store) => new Consumer(store, {}, begin));
      const appends: Promise<unknown>[] = [];
      for (const each of steps) {
        if (each.do === 'append') {
          const drafts = events(each.count, { type: `T${each.type}` });
          appends.push(stores[each.by]!.append(each.stream, drafts, any()));
          if (each.awaited) await appends.at(-1);
        } else if (each.do === 'follow') {
          const store = stores[each.by]!;
          consumers.push(new Consumer(store, each.filter, await store.head()));
        } else if (each.do === 'stall') consumers[each.which % consumers.length]!.stalled = each.stalled;
        else for (let i = 0; i < each.turns; i++) await setImmediate();
      }
      await Promise.all(appends);
      const head = await onlooker.head();
      for (const consumer of consumers) {
        consumer.stalled = false;
        while (consumer.reached < head) await setImmediate();
        expect(consumer.heard).toEqual(await all(onlooker, { ...consumer.filter, after: consumer.after }));
        await consumer.stop();
      }
    }),
    { numRuns: 60 },
  );
});
