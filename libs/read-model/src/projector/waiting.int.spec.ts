import { expect, it } from '@jest/globals';
import { openMemoryEventStore } from '@panshi/event-store';
import { FakeClock } from '../contract/fake-clock.ts';
import { tally, tallyView } from '../contract/tally.ts';
import { openSqliteViewStore } from '../sqlite/sqlite-view-store.ts';
import { ViewBehind } from './projector-errors.ts';
import { Projector } from './projector.ts';

it('who waits for a view in vain is let know in time though the clock is set back', async () => {
  const clock = new FakeClock();
  const events = openMemoryEventStore();
  const views = await openSqliteViewStore({ path: ':memory:' });
  const projector = await Projector.open({ events, views, view: tallyView(), owner: 'idle', clock });
  const position = await tally(events, { ids: ['a'] });
  const start = clock.now();
  const late = expect(projector.waitFor(position, start + 100)).rejects.toBeInstanceOf(ViewBehind);
  clock.set(-86_400_000);
  await clock.until(late);
  expect(clock.now()).toBeLessThan(start);
  await Promise.all([events.close(), views.close()]);
});
