import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type EventStore, LeaseLost, openMemoryEventStore } from '@panshi/event-store';
import { FakeClock } from '../contract/fake-clock.ts';
import { foldTallies, otherType, tally, tallyAll, tallyView } from '../contract/tally.ts';
import { openSqliteViewStore } from '../sqlite/sqlite-view-store.ts';
import type { ViewStore } from '../view-store.ts';
import { Parking } from './parking.ts';
import { rebuild } from './rebuild.ts';
import type { RebuildProgress } from './rebuild-progress.ts';

const many = Array.from({ length: 5000 }, (_, i) => ({
  ids: [`d-${i % 700}`, `d-${(i * 3) % 700}`],
  add: (i % 5) + 1,
}));

describe('a rebuild', () => {
  let clock: FakeClock;
  let events: EventStore;
  let views: ViewStore;
  beforeEach(async () => {
    clock = new FakeClock();
    events = openMemoryEventStore({ clock: clock.now });
    views = await openSqliteViewStore({ path: ':memory:', clock: clock.now });
  });
  afterEach(() => views.close());

  const begun = async () => {
    const table = await views.open(tallyView());
    const lease = (await table.acquire('one', 10_000))!;
    const parking = new Parking('tally', table, clock, () => undefined);
    const context = { events, view: tallyView(), table, lease, parking, clock, documentsKept: 200 };
    return { table, lease, run: (signal: AbortSignal, over: object = {}) => rebuild({ ...context, ...over }, signal) };
  };
  const never = new AbortController().signal;
  const all = async (table: Awaited<ReturnType<typeof begun>>['table']) => {
    const items = [];
    for (let cursor: string | undefined; ;) {
      const page = await table.find({ limit: 200, cursor });
      items.push(...page.items);
      if ((cursor = page.next) === undefined) return items;
    }
  };

  it('folds the whole log though only some of the documents fit into memory, then builds the indexes', async () => {
    await tallyAll(events, many);
    const { table, run } = await begun();
    expect(await run(never)).toBe(await events.head());
    expect(await all(table)).toEqual(await foldTallies(events.readAll()));
    expect([await table.checkpoint(), await table.indexed()]).toEqual([await events.head(), true]);
  });

  it('of an empty log, or of one without an event for the view, is at its end', async () => {
    const { table, run } = await begun();
    await run(never);
    expect(await table.checkpoint()).toBe(await events.head());
    await tally(events, { ids: [] }, otherType);
    await run(never);
    expect([await table.checkpoint(), await table.indexed()]).toEqual([await events.head(), true]);
  });

  it('tells events done, total, rate and time left', async () => {
    await tallyAll(events, many);
    const { run } = await begun();
    const told: RebuildProgress[] = [];
    const reading: EventStore = {
      ...events,
      head: () => events.head(),
      async *readAll(options) {
        for await (const event of events.readAll(options)) {
          clock.advance(1);
          yield event;
        }
      },
    } as EventStore;
    await run(never, { events: reading, onProgress: (progress: RebuildProgress) => told.push(progress) });
    expect(told[0]).toMatchObject({
      view: 'tally',
      version: 1,
      stage: 'folding',
      events: 500,
      total: 5000,
      eventsPerSecond: 1000,
      secondsLeft: 4.5,
    });
    expect(told.filter(({ stage }) => stage === 'placing')).toEqual([told.at(-1)]);
    expect(told.at(-1)).toMatchObject({ events: 5000, total: 5000, secondsLeft: 0, position: await events.head() });
  });

  it('cancelled, leaves documents and checkpoint that agree, and goes on from there', async () => {
    await tallyAll(events, many);
    const { table, run } = await begun();
    const cancel = new AbortController();
    const onProgress = ({ events: done }: RebuildProgress): void => {
      if (done >= 3000) cancel.abort();
    };
    const hurried = { ...clock, now: () => (clock.advance(1000), clock.now()), sleep: clock.sleep };
    expect(await run(cancel.signal, { onProgress, clock: hurried })).toBeUndefined();
    const checkpoint = (await table.checkpoint())!;
    expect(checkpoint < (await events.head())).toBe(true);
    expect(await table.indexed()).toBe(false);
    expect(await all(table)).toEqual(await foldTallies(events.readAll({ upTo: checkpoint })));
    let read = 0;
    const counting = {
      ...events,
      head: () => events.head(),
      readAll: (options: { after?: string }) => {
        expect(options.after).toBe(checkpoint);
        read += 1;
        return events.readAll(options);
      },
    };
    await run(never, { events: counting });
    expect(read).toBe(1);
    expect(await all(table)).toEqual(await foldTallies(events.readAll()));
  });

  it('stops where the lease is lost, with what it had written', async () => {
    await tallyAll(events, many);
    const { table, run } = await begun();
    clock.advance(10_000);
    await table.acquire('other', 10_000);
    await expect(run(never)).rejects.toBeInstanceOf(LeaseLost);
    expect([await table.count(), await table.checkpoint()]).toEqual([0, undefined]);
  });
});
