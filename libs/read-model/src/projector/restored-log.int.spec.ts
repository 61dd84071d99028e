import { expect, it } from '@jest/globals';
import { openMemoryEventStore } from '@panshi/event-store';
import { FakeScheduler } from '../contract/fake-scheduler.ts';
import { tallyAll, tallyView } from '../contract/tally.ts';
import { openSqliteViewStore } from '../sqlite/sqlite-view-store.ts';
import { Projector } from './projector.ts';

it('a view that is ahead of its log, which was restored from a backup, begins anew', async () => {
  const scheduler = new FakeScheduler();
  const views = await openSqliteViewStore({ path: ':memory:', clock: scheduler.now });
  const logs = [3, 2].map(async (length) => {
    const events = openMemoryEventStore({ clock: scheduler.now });
    await tallyAll(
      events,
      Array.from({ length }, (_, i) => ({ ids: [`of-${length}`], add: i + 1 })),
    );
    return events;
  });
  const kept: unknown[] = [];
  for (const log of logs) {
    const events = await log;
    const options = { events, views, view: tallyView(), owner: 'test', scheduler };
    const projector = await Projector.open(options);
    const stop = new AbortController();
    const running = projector.run(stop.signal);
    await projector.waitFor(await events.head(), Number.MAX_SAFE_INTEGER);
    kept.push((await projector.table.find({})).items.map(({ _id }) => _id));
    stop.abort();
    await running;
  }
  expect(kept).toEqual([['of-3'], ['of-2']]);
  await views.close();
});
