import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type EventStore, openMemoryEventStore, type RecordedEvent } from '@panshi/event-store';
import fc from 'fast-check';
import { dyingStore } from '../contract/failing-table.ts';
import { FakeClock } from '../contract/fake-clock.ts';
import { foldTallies, poison, tally, tallyAll, type TallyData, tallyView } from '../contract/tally.ts';
import { openSqliteViewStore } from '../sqlite/sqlite-view-store.ts';
import type { ViewStore } from '../view-store.ts';
import { Parking } from './parking.ts';
import { Projector } from './projector.ts';
import { rebuild } from './rebuild.ts';
import { ViewFold } from './view-fold.ts';

const ids = ['a', 'b', 'c', 'd', 'e'];

const tallies: fc.Arbitrary<readonly TallyData[]> = fc.array(
  fc.record({
    ids: fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 3 }),
    add: fc.integer({ min: 1, max: 9 }),
  }),
  { minLength: 1, maxLength: 40 },
);
const withDeletions = fc
  .tuple(tallies, fc.infiniteStream(fc.nat(5)))
  .map(([all, dice]) => all.map((data) => (dice.next().value === 0 ? { ...data, delete: true } : data)));

describe('whatever happens on the way, a view is what one fold of the log gives:', () => {
  let clock: FakeClock;
  let events: EventStore;
  let views: ViewStore;
  beforeEach(async () => {
    poison.on = true;
    clock = new FakeClock();
    views = await openSqliteViewStore({ path: ':memory:', clock: clock.now });
  });
  afterEach(() => views.close());

  const logOf = async (all: readonly TallyData[]): Promise<void> => {
    events = openMemoryEventStore({ clock: clock.now });
    await tallyAll(events, all);
  };
  const parkingOf = (table: ConstructorParameters<typeof Parking>[1]): Parking =>
    new Parking('tally', table, clock, () => undefined);

  it('any split of the log into batches and restarts', async () => {
    await fc.assert(
      fc.asyncProperty(
        withDeletions,
        fc.infiniteStream(fc.integer({ min: 1, max: 7 })),
        fc.infiniteStream(fc.nat(2)),
        fc.integer({ min: 1, max: 4 }),
        async (all, sizes, dice, generation) => {
          await logOf(all);
          await views.drop('tally', 1);
          const table = await views.open(tallyView());
          const lease = (await table.acquire('test', 1000))!;
          const log: RecordedEvent[] = [];
          for await (const event of events.readAll()) log.push(event);
          const fresh = (from?: string) => new ViewFold(tallyView(), table, parkingOf(table), { generation, from });
          let fold = fresh();
          for (let at = 0; at < log.length;) {
            const batch = log.slice(at, at + sizes.next().value);
            at += batch.length;
            await fold.apply(batch);
            const die = dice.next().value;
            // Died before the write: the next life begins at the checkpoint again.
            if (die !== 1) await table.write(fold.takeChanged(), batch.at(-1)!.position, lease);
            if (die === 0) continue;
            const checkpoint = await table.checkpoint();
            at = log.findIndex(({ position }) => position === checkpoint) + 1;
            fold = fresh(checkpoint);
          }
          expect((await table.find()).items).toEqual(await foldTallies(events.readAll()));
        },
      ),
      { numRuns: 100 },
    );
  });

  it('documents written, but not the checkpoint, as a store without transactions may leave it', async () => {
    await fc.assert(
      fc.asyncProperty(withDeletions, fc.nat(), fc.nat(), async (all, cut, back) => {
        await logOf(all);
        await views.drop('tally', 1);
        const table = await views.open(tallyView());
        const lease = (await table.acquire('test', 1000))!;
        const log: RecordedEvent[] = [];
        for await (const event of events.readAll()) log.push(event);
        const written = (cut % log.length) + 1;
        const known = back % written;
        const first = new ViewFold(tallyView(), table, parkingOf(table), { generation: 9, from: undefined });
        await first.apply(log.slice(0, written));
        const changed = first.takeChanged();
        // The checkpoint is only as far as `known`, while some of the documents have seen more.
        await table.write(changed.slice(0, (cut % (changed.length + 1)) + 1), log[known]!.position, lease);
        const again = new ViewFold(tallyView(), table, parkingOf(table), { generation: 9, from: log[0]!.position });
        await again.apply(log);
        await table.write(again.takeChanged(), log.at(-1)!.position, lease);
        expect((await table.find()).items).toEqual(await foldTallies(events.readAll()));
      }),
      { numRuns: 100 },
    );
  });

  /** Runs a projector until it dies or the log is folded, in a life of its own. */
  const live = async (dieAt: number, afterEffect: boolean): Promise<boolean> => {
    const death = new AbortController();
    const store = dyingStore(views, dieAt, afterEffect, () => death.abort());
    const projector = await Projector.open({ events, views: store, view: tallyView(), owner: 'one', clock });
    const life = projector.run(death.signal);
    const folded = projector.waitFor(await events.head(), clock.now() + 5_000).then(
      () => true,
      () => false,
    );
    await clock.until(Promise.race([life, folded]));
    const died = death.signal.aborted;
    death.abort();
    await clock.until(Promise.all([life, folded]));
    return !died;
  };

  it('a projector killed at 100 random points, while building and while live', async () => {
    let kills = 0;
    const random = fc.sample(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.boolean(), withDeletions), {
      numRuns: 400,
      seed: 41,
    });
    events = openMemoryEventStore({ clock: clock.now });
    for (const [dieAt, afterEffect, more] of random) {
      if (kills >= 100) break;
      for (const data of more.slice(0, 5)) await tally(events, data);
      if (!(await live(dieAt, afterEffect))) kills += 1;
    }
    while (!(await live(1000, false))) kills += 1;
    expect(kills).toBeGreaterThanOrEqual(100);
    const table = await views.open(tallyView());
    expect((await table.find()).items).toEqual(await foldTallies(events.readAll()));
    expect(await table.hash()).toBe(await rebuiltHash());
  });

  const rebuiltHash = async (): Promise<string> => {
    const table = await views.open(tallyView({ version: 2 }));
    const lease = (await table.acquire('test', 1000))!;
    const view = tallyView({ version: 2 });
    await rebuild({ events, view, table, lease, parking: parkingOf(table), clock }, new AbortController().signal);
    return table.hash();
  };
});
