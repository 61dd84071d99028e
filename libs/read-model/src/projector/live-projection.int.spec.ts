import { expect, it } from '@jest/globals';
import { openMemoryEventStore } from '@panshi/event-store';
import { setImmediate } from 'node:timers/promises';
import { FakeClock } from '../contract/fake-clock.ts';
import { otherType, tally, tallyView } from '../contract/tally.ts';
import { openSqliteViewStore } from '../sqlite/sqlite-view-store.ts';
import { LiveProjection } from './live-projection.ts';
import { Parking } from './parking.ts';

it('a checkpoint stored alone does not pass an event whose documents are still being loaded', async () => {
  const clock = new FakeClock();
  const events = openMemoryEventStore({ clock: clock.now });
  const views = await openSqliteViewStore({ path: ':memory:', clock: clock.now });
  const view = tallyView();
  const table = await views.open(view);
  const lease = (await table.acquire('test', 1_000_000))!;
  const from = await tally(events, { ids: ['a'] });
  const gate = Promise.withResolvers<void>();
  const loading = Promise.withResolvers<void>();
  const written: string[] = [];
  const slow = {
    load: async (ids: readonly string[]) => {
      loading.resolve();
      await gate.promise;
      return table.load(ids);
    },
    write: async (...args: Parameters<typeof table.write>) => {
      written.push(args[1]);
      await table.write(...args);
    },
  };
  const stop = new AbortController();
  let moved = from;
  const onMoved = (position: string): void => void (moved = position);
  const parking = new Parking(view.name, table, clock, () => undefined);
  const running = new LiveProjection({ events, view, table: slow, parking, lease, clock, onMoved }, from).run(
    stop.signal,
  );
  const other = await tally(events, { ids: ['b'] }, otherType);
  while (moved < other) await setImmediate();
  const own = await tally(events, { ids: ['a'] });
  await loading.promise;
  clock.advance(60);
  for (let turn = 0; turn < 5; turn++) await setImmediate();
  expect(written.filter((position) => position >= own)).toEqual([]);
  gate.resolve();
  while (moved < own) await setImmediate();
  expect(written.at(-1)).toBe(own);
  stop.abort();
  await running;
  await views.close();
});

it('a checkpoint that moves on while it is being stored is stored again, though nothing else happens', async () => {
  const clock = new FakeClock();
  const events = openMemoryEventStore({ clock: clock.now });
  const views = await openSqliteViewStore({ path: ':memory:', clock: clock.now });
  const view = tallyView();
  const table = await views.open(view);
  const lease = (await table.acquire('test', 1_000_000))!;
  const from = await tally(events, { ids: ['a'] });
  const gate = Promise.withResolvers<void>();
  const written: string[] = [];
  const slow = {
    load: table.load.bind(table),
    write: async (...args: Parameters<typeof table.write>) => {
      written.push(args[1]);
      await gate.promise;
      await table.write(...args);
    },
  };
  const stop = new AbortController();
  let moved = from;
  const onMoved = (position: string): void => void (moved = position);
  const parking = new Parking(view.name, table, clock, () => undefined);
  const context = { events, view, table: slow, parking, lease, clock, onMoved };
  const running = new LiveProjection(context, from).run(stop.signal);
  const first = await tally(events, { ids: ['b'] }, otherType);
  while (moved < first) await setImmediate();
  clock.advance(60);
  while (written.length === 0) await setImmediate();
  const last = await tally(events, { ids: ['b'] }, otherType);
  while (moved < last) await setImmediate();
  gate.resolve();
  for (let turn = 0; turn < 200 && (await table.checkpoint()) !== last; turn++) {
    clock.advance(60);
    await setImmediate();
  }
  expect(await table.checkpoint()).toBe(last);
  stop.abort();
  await running;
  await views.close();
});
