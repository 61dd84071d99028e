import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Rejection } from '@panshi/kernel';
import { type EventStore, openMemoryEventStore } from '@panshi/event-store';
import { FakeClock } from '../contract/fake-clock.ts';
import { foldTallies, poison, tally, type Tally, tallyAll, tallyView } from '../contract/tally.ts';
import { openSqliteViewStore } from '../sqlite/sqlite-view-store.ts';
import type { ViewStore } from '../view-store.ts';
import { NotLeading } from './projector-errors.ts';
import { Projector } from './projector.ts';
import type { RebuildProgress } from './rebuild-progress.ts';

const many = Array.from({ length: 4000 }, (_, i) => ({ ids: [`d-${i % 70}`, `d-${(i * 3) % 70}`], add: (i % 5) + 1 }));

describe('a view that is kept, built anew', () => {
  let clock: FakeClock;
  let events: EventStore;
  let views: ViewStore;
  let stop: AbortController;
  let projector: Projector<Tally>;
  let running: Promise<void>;
  beforeEach(async () => {
    poison.on = true;
    clock = new FakeClock();
    events = openMemoryEventStore({ clock: clock.now });
    views = await openSqliteViewStore({ path: ':memory:', clock: clock.now });
    await tallyAll(events, many);
    stop = new AbortController();
    projector = await Projector.open({ events, views, view: tallyView(), owner: 'one', clock });
    running = projector.run(stop.signal);
    await passed(await events.head());
  });
  afterEach(async () => {
    stop.abort();
    await clock.until(running);
    await views.close();
  });

  const passed = (position: string): Promise<void> => clock.until(projector.waitFor(position, clock.now() + 3_600_000));
  const rebuild = (options: object = {}, signal = stop.signal) => clock.until(projector.rebuild(options, signal));
  const stored = async () => (await projector.table.find({ limit: 200 })).items;
  const never = new AbortController().signal;

  /** Changes a stored document past every fold, as a fault would. */
  const damage = async (): Promise<void> => {
    const table = await views.open(tallyView());
    const wrong = { id: 'd-1', seen: 'z', document: { _id: 'd-1', total: 1, events: 1, chain: 1 } };
    await table.write([wrong], (await table.checkpoint())!, (await table.acquire('one', 10_000))!);
  };

  it('is as a plain fold of the log has it, whatever it was before, and goes on from there', async () => {
    await damage();
    expect(await stored()).not.toEqual(await foldTallies(events.readAll()));
    const told: RebuildProgress[] = [];
    expect(await rebuild({ onProgress: (each: RebuildProgress) => told.push(each) })).toBe(await events.head());
    expect(told.at(-1)).toMatchObject({ view: 'tally', version: 1 });
    expect(await stored()).toEqual(await foldTallies(events.readAll()));
    await passed(await tally(events, { ids: ['d-1', 'new'] }));
    expect(await stored()).toEqual(await foldTallies(events.readAll()));
    expect((await views.list()).map(({ name }) => name)).toEqual(['tally']);
  });

  it('answers meanwhile, with what happens meanwhile, and is refused a second time', async () => {
    let meanwhile: Promise<string> | undefined;
    const refused: unknown[] = [];
    const onProgress = (): void => {
      meanwhile ??= tally(events, { ids: ['meanwhile'] });
      void projector.rebuild({}, never).catch((error: unknown) => refused.push(error));
    };
    await rebuild({ onProgress });
    await passed(await meanwhile!);
    expect(await stored()).toEqual(await foldTallies(events.readAll()));
    expect(refused[0]).toBeInstanceOf(Rejection);
    expect(refused[0]).toMatchObject({ code: 'view.being-rebuilt' });
  });

  it('and cancelled, stays as it is; asked again, it is built from where that stopped, or from the beginning', async () => {
    for (const fromStart of [false, true]) {
      await damage();
      const before = await projector.table.hash();
      const cancel = new AbortController();
      const readAll = events.readAll.bind(events);
      events.readAll = async function* (options) {
        let read = 0;
        for await (const event of readAll(options)) {
          if (++read === 2500) cancel.abort();
          yield event;
        }
      };
      expect(await rebuild({}, cancel.signal)).toBeUndefined();
      const from: unknown[] = [];
      events.readAll = (options) => (from.push(options?.after), readAll(options));
      expect(await projector.table.hash()).toBe(before);
      const beside = await views.open({ ...tallyView(), name: 'tally-anew' });
      const stopped = await beside.checkpoint();
      expect(stopped).toBeDefined();
      await rebuild({ fromStart });
      expect(from).toContain(fromStart ? undefined : stopped);
      events.readAll = readAll;
      expect(await stored()).toEqual(await foldTallies(events.readAll()));
    }
  });

  it('has parked what the fold of now cannot fold, and no more', async () => {
    await passed(await tally(events, { ids: ['d-1', 'd-2'], poison: 'd-1' }));
    expect((await projector.table.parked()).map(({ id }) => id)).toEqual(['d-1']);
    poison.on = false;
    await rebuild();
    expect(await projector.table.parked()).toEqual([]);
    expect(await stored()).toEqual(await foldTallies(events.readAll()));
    await passed(await tally(events, { ids: ['d-1'] }));
    expect(await stored()).toEqual(await foldTallies(events.readAll()));
  });

  it('is built where it is kept, and nowhere else', async () => {
    const idle = await Projector.open({ events, views, view: tallyView(), owner: 'idle', clock });
    await expect(idle.rebuild({}, never)).rejects.toBeInstanceOf(NotLeading);
  });
});
