import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type EventStore, openMemoryEventStore } from '@panshi/event-store';
import { FakeClock } from '../contract/fake-clock.ts';
import { foldTallies, otherType, poison, tally, type Tally, tallyView } from '../contract/tally.ts';
import { openSqliteViewStore } from '../sqlite/sqlite-view-store.ts';
import type { ParkedDocument, ViewStore } from '../view-store.ts';
import { NotLeading, ViewBehind } from './projector-errors.ts';
import { Projector, type ProjectorOptions } from './projector.ts';

/** Lets what is under way get on, time standing still. */
const turns = async (): Promise<void> => {
  for (let i = 0; i < 20; i++) await setImmediate();
};

describe('a projector', () => {
  let clock: FakeClock;
  let events: EventStore;
  let views: ViewStore;
  let stop: AbortController;
  let running: Promise<void>[];
  let alarms: ParkedDocument[];
  let errors: unknown[];

  beforeEach(async () => {
    poison.on = true;
    clock = new FakeClock();
    events = openMemoryEventStore({ clock: clock.now });
    views = await openSqliteViewStore({ path: ':memory:', clock: clock.now });
    stop = new AbortController();
    [running, alarms, errors] = [[], [], []];
  });
  afterEach(async () => {
    stop.abort();
    await clock.until(Promise.all(running));
    await Promise.all([events.close(), views.close()]);
    expect(errors).toEqual([]);
  });

  const started = async (
    over: Partial<ProjectorOptions<Tally>> = {},
    signal = stop.signal,
  ): Promise<Projector<Tally>> => {
    const projector = await Projector.open({
      events,
      views,
      view: tallyView(),
      owner: 'one',
      clock,
      onParked: (parked) => alarms.push(parked),
      onError: (error) => errors.push(error),
      ...over,
    });
    running.push(projector.run(signal));
    return projector;
  };
  const passed = (projector: Projector<Tally>, position: string): Promise<void> =>
    clock.until(projector.waitFor(position, clock.now() + 3_600_000));
  const stored = async (projector: Projector<Tally>) => (await projector.table.find({ limit: 200 })).items;

  it('folds what is in the log, then what comes, into its documents', async () => {
    await tally(events, { ids: ['a', 'b'], add: 2 });
    const projector = await started();
    await passed(projector, await tally(events, { ids: ['b'], add: 3 }));
    await passed(projector, await tally(events, { ids: ['a'], delete: true }));
    expect(await stored(projector)).toEqual(await foldTallies(events.readAll()));
    expect(await projector.table.checkpoint()).toBe(await events.head());
    expect((await projector.lag()).role).toBe('live');
  });

  it('moves over events of no concern to it, so that whoever waits for their position is not left hanging', async () => {
    const projector = await started();
    const position = await tally(events, { ids: [] }, otherType);
    await passed(projector, position);
    expect(await stored(projector)).toEqual([]);
    clock.advance(50);
    await clock.until(checkpointed(projector, position));
  });

  it('lets who waits for a position in vain know, at the deadline', async () => {
    const projector = await Projector.open({ events, views, view: tallyView(), owner: 'idle', clock });
    const waiting = projector.waitFor(await tally(events, { ids: ['a'] }), clock.now() + 100);
    await expect(clock.until(waiting)).rejects.toBeInstanceOf(ViewBehind);
  });

  it('stops cleanly, with what it reached stored, and goes on from there', async () => {
    const first = new AbortController();
    const projector = await started({}, first.signal);
    const other = await tally(events, { ids: [] }, otherType);
    await passed(projector, other);
    first.abort();
    await clock.until(running[0]!);
    expect(await projector.table.checkpoint()).toBe(other);
    const position = await tally(events, { ids: ['a'] });
    await passed(await started({ owner: 'two' }), position);
    expect(await stored(projector)).toEqual(await foldTallies(events.readAll()));
  });

  it('says how far it is behind, in positions and in the age of the oldest event it has not folded', async () => {
    const idle = await Projector.open({ events, views, view: tallyView(), owner: 'idle', clock });
    expect(await idle.lag()).toMatchObject({ role: 'following', positions: 0, seconds: 0, parked: 0 });
    await tally(events, { ids: [] }, otherType);
    expect(await idle.lag()).toMatchObject({ positions: 1, seconds: 0 });
    await tally(events, { ids: ['a'] });
    clock.advance(7_000);
    await tally(events, { ids: ['a'] });
    expect(await idle.lag()).toMatchObject({ positions: 3, seconds: 7, head: await events.head() });
    const projector = await started();
    await passed(projector, await events.head());
    expect(await projector.lag()).toMatchObject({ role: 'live', positions: 0, seconds: 0 });
  });

  describe('of several', () => {
    it('leaves the view to the one with the lease, and sees how far that one is', async () => {
      const [one, two] = [await started(), await started({ owner: 'two' })];
      const position = await tally(events, { ids: ['a'] });
      await passed(two, position);
      await passed(one, position);
      expect([(await one.lag()).role, (await two.lag()).role].sort()).toEqual(['following', 'live']);
    });

    it('takes over when the holder stops', async () => {
      const first = new AbortController();
      const one = await started({}, first.signal);
      await passed(one, await tally(events, { ids: ['a'] }));
      const two = await started({ owner: 'two' });
      first.abort();
      await passed(two, await tally(events, { ids: ['a'] }));
      expect(await stored(two)).toEqual(await foldTallies(events.readAll()));
    });

    it('writes nothing once it has lost the lease, and takes part again', async () => {
      const one = await started();
      await passed(one, await tally(events, { ids: ['a'] }));
      // As if it had been away for longer than its lease: the clock of the store runs on, its own renewal does not.
      const thief = await views.open(tallyView());
      clock.advance(20_000);
      const lease = (await thief.acquire('thief', 3_600_000))!;
      const position = await tally(events, { ids: ['a'] });
      await turns();
      expect(await thief.checkpoint()).not.toBe(position);
      await thief.release(lease);
      await passed(one, position);
      expect(await stored(one)).toEqual(await foldTallies(events.readAll()));
    });
  });

  describe('at a poisonous event', () => {
    it('tries again, then parks the document with an alarm, holds back its later events, and goes on with the others', async () => {
      const projector = await started();
      await tally(events, { ids: ['a', 'b'] });
      const poisonous = await tally(events, { ids: ['a', 'b'], add: 5, poison: 'a' });
      await passed(projector, await tally(events, { ids: ['a', 'b'], add: 7 }));
      expect(alarms).toMatchObject([{ view: 'tally', id: 'a', position: poisonous, error: 'TypeError: poisonous' }]);
      expect((await stored(projector)).map(({ _id, total }) => [_id, total])).toEqual([
        ['a', 1],
        ['b', 13],
      ]);
      expect((await projector.lag()).parked).toBe(1);
    });

    it('goes on where a second attempt succeeds, parking nothing', async () => {
      const projector = await started();
      const position = await tally(events, { ids: ['a'], poison: 'a' });
      const waiting = projector.waitFor(position, clock.now() + 3_600_000);
      await turns();
      poison.on = false;
      await clock.until(waiting);
      expect([(await stored(projector)).length, alarms]).toEqual([1, []]);
    });

    it('refolds a parked document from where it stopped, after a fix, and follows it again', async () => {
      const projector = await started();
      await tally(events, { ids: ['a'] });
      await tally(events, { ids: ['a', 'b'], add: 5, poison: 'a' });
      await passed(projector, await tally(events, { ids: ['a', 'b'], add: 7 }));
      await expect(projector.refold('a')).rejects.toThrow('poisonous');
      expect((await projector.lag()).parked).toBe(1);
      poison.on = false;
      await projector.refold('a');
      await passed(projector, await tally(events, { ids: ['a'], add: 2 }));
      expect(await stored(projector)).toEqual(await foldTallies(events.readAll()));
      expect((await projector.lag()).parked).toBe(0);
      await expect(projector.refold('a')).rejects.toMatchObject({ code: 'view.not-parked' });
    });

    it('remembers over a restart, or a takeover, what is parked', async () => {
      const first = new AbortController();
      await passed(await started({}, first.signal), await tally(events, { ids: ['a'], poison: 'a' }));
      first.abort();
      await clock.until(running[0]!);
      poison.on = false;
      const projector = await started({ owner: 'two' });
      await passed(projector, await tally(events, { ids: ['a', 'b'] }));
      expect((await stored(projector)).map(({ _id }) => _id)).toEqual(['b']);
      await projector.refold('a');
      expect(await stored(projector)).toEqual(await foldTallies(events.readAll()));
    });

    it('parks the event itself where its documents cannot be told; a fix of that is a new version', async () => {
      const projector = await started();
      await passed(projector, await tally(events, { ids: ['a'], poison: 'keys' }));
      await passed(projector, await tally(events, { ids: ['a'] }));
      expect(alarms).toMatchObject([{ id: expect.stringMatching(/^event:/) }]);
      await expect(projector.refold(alarms[0]!.id)).rejects.toMatchObject({ code: 'view.rebuild-needed' });
      poison.on = false;
      const next = await started({ view: tallyView({ version: 2 }) });
      await passed(next, await events.head());
      expect(await stored(next)).toEqual(await foldTallies(events.readAll()));
    });

    it('parks a document whose fold changes its id', async () => {
      const view = { ...tallyView(), evolve: () => ({ _id: 'z', total: 0, events: 0, chain: 0 }) };
      const projector = await started({ view });
      await passed(projector, await tally(events, { ids: ['a'] }));
      expect(alarms).toMatchObject([{ id: 'a', error: 'TypeError: tally made z of a' }]);
    });

    it('refolds only where the view is kept', async () => {
      const idle = await Projector.open({ events, views, view: tallyView(), owner: 'idle', clock });
      await expect(idle.refold('a')).rejects.toBeInstanceOf(NotLeading);
    });
  });

  it('builds at most two views at a time, since each holds many documents in memory', async () => {
    await tally(events, { ids: ['a'] });
    let [reading, most] = [0, 0];
    const slow = Object.assign(Object.create(events) as EventStore, {
      head: () => events.head(),
      subscribe: events.subscribe.bind(events),
      async *readAll(options: object) {
        most = Math.max(most, ++reading);
        await turns();
        yield* events.readAll(options);
        reading -= 1;
      },
    });
    const building = ['v1', 'v2', 'v3', 'v4', 'v5'].map((name) => started({ view: tallyView({ name }), events: slow }));
    for (const projector of await Promise.all(building)) await passed(projector, await events.head());
    expect(most).toBe(2);
  });

  describe('of a new version', () => {
    it('builds beside the old one, which goes after its last lease', async () => {
      const first = new AbortController();
      const old = await started({}, first.signal);
      await passed(old, await tally(events, { ids: ['a'] }));
      const next = await started({ view: tallyView({ version: 2 }), owner: 'two' });
      await passed(next, await tally(events, { ids: ['b'] }));
      expect(await next.table.hash()).toBe(await old.table.hash());
      expect((await views.list()).map(({ version }) => version)).toEqual([1, 2]);
      first.abort();
      await clock.until(running[0]!);
      clock.advance(60_000);
      await clock.until(gone(1));
      expect((await views.list()).map(({ version }) => version)).toEqual([2]);
    });

    it('never drops a newer one', async () => {
      await views.open(tallyView({ version: 2 }));
      const projector = await started();
      await passed(projector, await tally(events, { ids: ['a'] }));
      clock.advance(120_000);
      await turns();
      expect((await views.list()).map(({ version }) => version)).toEqual([1, 2]);
    });
  });

  const gone = async (version: number): Promise<void> => {
    while ((await views.list()).some((each) => each.version === version)) await turns();
  };
  const checkpointed = async (projector: Projector<Tally>, position: string): Promise<void> => {
    while ((await projector.table.checkpoint()) !== position) await turns();
  };
});
