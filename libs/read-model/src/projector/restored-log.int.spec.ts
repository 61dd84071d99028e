import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type EventStore, openMemoryEventStore } from '@panshi/event-store';
import fc from 'fast-check';
import { FakeClock } from '../contract/fake-clock.ts';
import { tally, tallyAll, tallyView } from '../contract/tally.ts';
import { openSqliteViewStore } from '../sqlite/sqlite-view-store.ts';
import type { ViewStore } from '../view-store.ts';
import type { OtherLog } from './open-on-log.ts';
import { Projector } from './projector.ts';

const clock = new FakeClock();

/** A log whose nth event adds n to the document named. */
const logOf = async (...ids: readonly string[]): Promise<EventStore> => {
  const events = openMemoryEventStore({ clock: clock.now });
  await tallyAll(
    events,
    ids.map((id, i) => ({ ids: [id], add: i + 1 })),
  );
  return events;
};

describe('a view, started on a log that was restored from a backup', () => {
  let views: ViewStore;
  let others: OtherLog[];
  beforeEach(async () => {
    others = [];
    views = await openSqliteViewStore({ path: ':memory:', clock: clock.now });
  });
  afterEach(() => views.close());

  /** Lets the view follow the log to its end; answers its documents. */
  const follow = async (events: EventStore, then: () => Promise<unknown> = async () => {}): Promise<unknown> => {
    const onOtherLog = (other: OtherLog): void => void others.push(other);
    const options = { events, views, view: tallyView(), owner: 'test', clock, onOtherLog };
    const projector = await Projector.open(options);
    const stop = new AbortController();
    const running = projector.run(stop.signal);
    const caughtUp = async () => clock.until(projector.waitFor(await events.head(), Number.MAX_SAFE_INTEGER));
    await caughtUp();
    await then();
    await caughtUp();
    const { items } = await projector.table.find({});
    stop.abort();
    await running;
    return items.map(({ _id }) => _id);
  };

  it('begins anew where it is ahead of the log', async () => {
    expect(await follow(await logOf('a', 'a', 'a'))).toEqual(['a']);
    expect(await follow(await logOf('b', 'b'))).toEqual(['b']);
    expect(others).toMatchObject([{ why: 'ahead', version: 1 }]);
  });

  it('begins anew where the log has grown past it since, with other events', async () => {
    await follow(await logOf('a', 'a', 'a'));
    expect(await follow(await logOf('b', 'b', 'b', 'b', 'b'))).toEqual(['b']);
    expect(others).toMatchObject([{ why: 'differs' }]);
  });

  it('goes on where it is the same log, grown live or while nobody followed', async () => {
    const log = await logOf('a', 'b');
    await follow(log, () => tally(log, { ids: ['c'] }));
    await follow(log);
    await tally(log, { ids: ['d'] });
    expect(await follow(log)).toEqual(['a', 'b', 'c', 'd']);
    expect(others).toEqual([]);
  });

  it('that was still empty notices that events came in where it had passed', async () => {
    const quiet = openMemoryEventStore({ clock: clock.now });
    await follow(quiet);
    expect(await follow(await logOf('b'))).toEqual(['b']);
  });

  it('goes on exactly where the log begins as its own did, wherever the two part', async () => {
    const length = fc.integer({ min: 1, max: 6 });
    await fc.assert(
      fc.asyncProperty(length, fc.nat(6), length, async (before, common, more) => {
        views = await openSqliteViewStore({ path: ':memory:', clock: clock.now });
        others = [];
        const own = Array.from({ length: before }, (_, i) => `own-${i}`);
        const first = await logOf(...own);
        await follow(first);
        const kept = Math.min(common, before);
        const restored = openMemoryEventStore({ clock: clock.now });
        let at = 0;
        for await (const event of first.readAll()) {
          if (at++ === kept) break;
          const { stream, version: _v, position: _p, recordedAt: _r, commandId, ...rest } = event;
          await restored.append(stream, [rest as never], { expect: 'any', commandId });
        }
        const grown = Array.from({ length: before - kept + more }, (_, i) => `new-${i}`);
        for (const id of grown) await tally(restored, { ids: [id] });
        const all = [...own.slice(0, kept), ...grown].sort();
        expect(await follow(restored)).toEqual(all);
        expect(others.map(({ why }) => why)).toEqual(kept === before ? [] : ['differs']);
        await views.close();
      }),
      { numRuns: 30 },
    );
    views = await openSqliteViewStore({ path: ':memory:', clock: clock.now });
  });
});
