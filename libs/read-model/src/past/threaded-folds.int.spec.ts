import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type EventStore, openSqliteEventStore, toPosition } from '@panshi/event-store';
import { foldTallies, tallyAll, type Tally, tallyView } from '../contract/tally.ts';
import type { ViewDefinition } from '../view.ts';
import { Past } from './past.ts';
import { ThreadedFolds } from './threaded-folds.ts';

describe('folds on a thread of their own', () => {
  let directory: string;
  let log: EventStore;
  let past: Past;

  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'panshi-folds-'));
    const path = join(directory, 'events.db');
    log = await openSqliteEventStore({ path });
    await tallyAll(
      log,
      Array.from({ length: 3000 }, (_, i) => ({ ids: [`d-${i % 50}`], add: i % 7 })),
    );
    const folds = new ThreadedFolds({ path });
    const from = new URL('./fixtures/threaded.views.ts', import.meta.url).href;
    folds.include({ path: join(directory, 'past.tally.db'), from, views: ['tally', 'threads'] });
    past = new Past({ folds });
  });
  afterEach(async () => {
    await past.close();
    await log.close();
    rmSync(directory, { recursive: true });
  });

  const read = async <Doc extends Tally>(view: ViewDefinition<Doc>, ordinal: number) => {
    const { views, release } = await past.asOf([view], toPosition(ordinal), {
      account: 'a',
      deadline: Date.now() + 30_000,
    });
    const { items } = await views.of(view).find({ limit: 200 });
    release();
    return items;
  };
  const expectedAt = (ordinal: number) => foldTallies(log.readAll({ upTo: toPosition(ordinal) }));

  it('answer as one fold of the log does, before and after snapshots were made, and again after an end', async () => {
    expect(await read(tallyView(), 1234)).toEqual(await expectedAt(1234));
    await past.grow();
    for (const ordinal of [17, 1234, 3000]) expect(await read(tallyView(), ordinal)).toEqual(await expectedAt(ordinal));
    await past.close();
    expect(await read(tallyView(), 2345)).toEqual(await expectedAt(2345));
  });

  it('leave the thread of who asks alone', async () => {
    const threads = tallyView({ name: 'threads' });
    const [document] = await read(threads, 60);
    // The view of the fixture puts the thread it is folded on in place of a total; the main thread is 0.
    expect(document!.total).toBeGreaterThan(0);
  });

  it('refuse as the live views do', async () => {
    const { views } = await past.asOf([tallyView()], toPosition(9), { account: 'a', deadline: Date.now() + 30_000 });
    const asked = views.of(tallyView()).find({ filter: { nowhere: 1 } });
    await expect(asked).rejects.toMatchObject({ name: 'Rejection', code: 'view.bad-filter', kind: 'invalid' });
  });
});
