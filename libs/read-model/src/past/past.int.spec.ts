import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { type EventStore, openMemoryEventStore, toPosition } from '@panshi/event-store';
import fc from 'fast-check';
import { foldTallies, poison, tally, tallyAll, type TallyData, tallyView } from '../contract/tally.ts';
import { harms } from './fixtures/harms.ts';
import { GivenUp } from './folded-view.ts';
import { Past, type PastOptions } from './past.ts';
import { PastFolds, type PastFoldsOptions } from './past-folds.ts';

const all: readonly TallyData[] = Array.from({ length: 200 }, (_, i) => ({
  ids: [`d-${i % 7}`, `d-${(i * 3) % 11}`],
  add: (i % 5) + 1,
  delete: i % 13 === 0,
}));

const density = { least: 10, parts: 4 };

describe('a past moment', () => {
  let directory: string;
  let log: EventStore;
  let events: EventStore;
  let read: { after: string | undefined; upTo: string | undefined }[];
  let folds: PastFolds;
  let past: Past;
  let gate: Promise<void>;

  beforeEach(async () => {
    poison.on = true;
    directory = mkdtempSync(join(tmpdir(), 'panshi-as-of-'));
    log = openMemoryEventStore();
    await tallyAll(log, all);
    [read, gate] = [[], Promise.resolve()];
    events = Object.assign(Object.create(log) as EventStore, {
      head: () => log.head(),
      async *readAll(options: { after?: string; upTo?: string }) {
        read.push({ after: options.after, upTo: options.upTo });
        await gate;
        yield* log.readAll(options);
      },
      close: async () => undefined,
    });
  });
  afterEach(async () => {
    await past.close();
    rmSync(directory, { recursive: true });
  });

  const opened = (over: Partial<PastOptions> = {}, more: Partial<PastFoldsOptions> = {}): void => {
    const sets = [{ path: join(directory, 'past.tally.db'), views: [tallyView()] }];
    folds = new PastFolds({ log: events, sets, density, ...more });
    past = new Past({ folds, ...over });
  };
  const by = (account: string) => ({ account, deadline: Date.now() + 20_000 });
  const asOf = (ordinal: number, account = 'a-1') => past.asOf([tallyView()], toPosition(ordinal), by(account));
  const itemsAt = async (ordinal: number, account?: string) => {
    const { views, release } = await asOf(ordinal, account);
    const { items } = await views.of(tallyView()).find({ limit: 200 });
    release();
    return items;
  };
  const expectedAt = (ordinal: number) => foldTallies(log.readAll({ upTo: toPosition(ordinal) }));
  /** Documents that stay as they are: beside them there is room for what has changed since. */
  const lasting = async (): Promise<void> => {
    for (let i = 0; i < 300; i++) await tally(log, { ids: [`lasting-${i}`] });
  };
  /** The file of snapshots, with all of them in it and none in the log beside it. */
  const snapshotsOnDisk = async (): Promise<string> => {
    await lasting();
    opened();
    await folds.grow();
    const path = join(directory, 'past.tally.db');
    const other = new DatabaseSync(path);
    other.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    other.close();
    return path;
  };
  const held = (): (() => void) => {
    let open = (): void => undefined;
    gate = new Promise((resolve) => (open = resolve));
    return open;
  };

  it('is what one fold of the log up to it gives, with snapshots and without, in whatever order moments are asked for', async () => {
    const asked = fc.array(fc.integer({ min: 0, max: all.length }), { minLength: 1, maxLength: 6 });
    opened();
    await fc.assert(
      fc.asyncProperty(asked, fc.boolean(), async (ordinals, grown) => {
        if (grown) await folds.grow();
        for (const ordinal of ordinals) expect(await itemsAt(ordinal)).toEqual(await expectedAt(ordinal));
      }),
      { numRuns: 12 },
    );
  });

  it('is the same in order, by field, by count and by id, over snapshot and fold', async () => {
    opened();
    await folds.grow();
    const { views, release } = await asOf(137);
    const expected = await expectedAt(137);
    const reader = views.of(tallyView());
    const byTotal = await reader.find({ sort: { total: -1 }, filter: { total: { $gt: 10 } }, limit: 3, total: true });
    const matching = expected.filter(({ total }) => total > 10);
    const sorted = matching.toSorted((a, b) => b.total - a.total || (a._id < b._id ? 1 : -1));
    expect(byTotal).toMatchObject({ items: sorted.slice(0, 3), total: matching.length });
    const more = { sort: { total: -1 }, filter: { total: { $gt: 10 } }, limit: 3, cursor: byTotal.next } as const;
    const next = await reader.find(more);
    const later = await asOf(138);
    await expect(later.views.of(tallyView()).find(more)).rejects.toMatchObject({ code: 'view.bad-cursor' });
    later.release();
    expect(next.items).toEqual(sorted.slice(3, 6));
    expect(await reader.count()).toBe(expected.length);
    expect(await reader.get(expected[0]!._id)).toEqual(expected[0]);
    release();
  });

  it('is folded from the nearest snapshot', async () => {
    await lasting();
    opened();
    await folds.grow();
    read = [];
    await itemsAt(490);
    expect(read).toHaveLength(1);
    expect(Number(read[0]!.after)).toBeGreaterThan(450);
    expect(read[0]!.upTo).toBe(toPosition(490));
  });

  it('leaves a document as it was before an event that cannot be folded, with a snapshot as without', async () => {
    await tally(log, { ids: ['d-1', 'd-2'], poison: 'd-1' });
    for (let i = 0; i < 30; i++) await tally(log, { ids: ['d-1', 'd-2'] });
    opened();
    const end = all.length + 31;
    const without = await itemsAt(end);
    await folds.grow();
    await folds.close();
    opened();
    expect(await itemsAt(end)).toEqual(without);
    expect(without.find(({ _id }) => _id === 'd-1')).toEqual(
      (await expectedAt(all.length)).find(({ _id }) => _id === 'd-1'),
    );
  });

  it('is folded once for all who ask for it', async () => {
    opened();
    await Promise.all([itemsAt(50), itemsAt(50, 'a-2'), itemsAt(50)]);
    await itemsAt(50);
    expect(read.length).toBe(1);
  });

  it('takes one place of its account, in however many questions', async () => {
    opened({ places: 2, placesEach: 1 });
    const open = held();
    const six = Promise.all(Array.from({ length: 6 }, () => itemsAt(50)));
    await expect(itemsAt(60)).rejects.toMatchObject({ code: 'view.as-of-account-busy' });
    const other = itemsAt(70, 'a-2');
    await expect(itemsAt(80, 'a-3')).rejects.toMatchObject({ code: 'view.as-of-busy' });
    open();
    expect(await six).toHaveLength(6);
    await other;
    expect(await itemsAt(80, 'a-3')).toEqual(await expectedAt(80));
    expect(await itemsAt(60)).toEqual(await expectedAt(60));
  });

  it('is late at the deadline, which frees its place, and there for who asks again', async () => {
    opened({ placesEach: 1 });
    const open = held();
    const asked = past.asOf([tallyView()], toPosition(50), { account: 'a-1', deadline: Date.now() - 1 });
    await expect(asked).rejects.toMatchObject({ code: 'view.as-of-late' });
    const again = itemsAt(50);
    open();
    expect(await again).toEqual(await expectedAt(50));
    expect(read.length).toBe(1);
    await itemsAt(60);
  });

  it('is folded again where it was let go of, or its snapshot was, while it was held', async () => {
    opened({}, { documents: 1000 });
    await folds.grow();
    const first = await asOf(25);
    for (const ordinal of [40, 55, 70]) await itemsAt(ordinal);
    for (let i = 0; i < 400; i++) await tally(log, { ids: [`d-${i % 3}`] });
    await folds.grow();
    expect((await first.views.of(tallyView()).find({ limit: 200 })).items).toEqual(await expectedAt(25));
    first.release();
    first.release();
  });

  it('of a fold that fails is tried anew by who asks next', async () => {
    opened();
    gate = Promise.reject(new Error('log unavailable'));
    gate.catch(() => undefined);
    await expect(itemsAt(50)).rejects.toThrow('log unavailable');
    gate = Promise.resolve();
    expect(await itemsAt(50)).toEqual(await expectedAt(50));
  });

  it('that nobody waits for any more stops, and goes on from there for who asks again', async () => {
    for (let i = 0; i < 900; i++) await tally(log, { ids: [`d-${i % 7}`] });
    opened();
    const deadline = Date.now() + 20_000;
    const clock = jest.spyOn(Date, 'now');
    gate = Promise.resolve().then(() => void clock.mockReturnValue(deadline));
    const asked = folds.fold(['tally'], { position: toPosition(900), deadline });
    await expect(asked).rejects.toThrow(GivenUp);
    clock.mockRestore();
    expect(await itemsAt(900)).toEqual(await expectedAt(900));
  });

  it('after one that nobody looks at any more is folded on from it, and one that somebody reads stays', async () => {
    opened({}, { density: { least: 1000, parts: 1 } });
    await itemsAt(50);
    const { views, release } = await asOf(70);
    expect(await itemsAt(90)).toEqual(await expectedAt(90));
    expect(read.map(({ after }) => after)).toEqual([undefined, toPosition(50), undefined]);
    expect((await views.of(tallyView()).find({ limit: 200 })).items).toEqual(await expectedAt(70));
    release();
    expect(await itemsAt(80)).toEqual(await expectedAt(80));
    expect(await itemsAt(70)).toEqual(await expectedAt(70));
    expect(read.slice(3).map(({ after }) => after)).toEqual([toPosition(70), undefined]);
  });

  it('is told from snapshots that are found to be damaged as from new ones, which are made at once', async () => {
    const path = await snapshotsOnDisk();
    const file = openSync(path, 'r+');
    writeSync(file, Buffer.alloc(statSync(path).size - 4096, 'junk'), 0, undefined, 4096);
    closeSync(file);
    expect(await itemsAt(137)).toEqual(await expectedAt(137));
    await folds.grow();
    read = [];
    await itemsAt(490);
    expect(Number(read[0]!.after)).toBeGreaterThan(450);
  });

  it.each(harms)('is told as ever while the file of its snapshots is %s', async (_, harm) => {
    const path = await snapshotsOnDisk();
    const firstAt = async (ordinal: number) => (await expectedAt(ordinal)).slice(0, 200);
    const { views, release } = await asOf(333);
    harm(path);
    for (const ordinal of [137, 490, 12]) expect(await itemsAt(ordinal)).toEqual(await firstAt(ordinal));
    expect((await views.of(tallyView()).find({ limit: 200 })).items).toEqual(await firstAt(333));
    release();
    for (let i = 0; i < 60; i++) await tally(log, { ids: [`d-${i}`] });
    await folds.grow();
    expect(await itemsAt(550)).toEqual(await firstAt(550));
    rmSync(path, { recursive: true });
    await folds.grow();
    expect(await itemsAt(551)).toEqual(await firstAt(551));
  });

  it('shows only the views that were asked for', async () => {
    opened();
    const { views } = await asOf(5);
    expect(() => views.of(tallyView({ name: 'other' }))).toThrow('other was not folded');
  });

  it('ends in the midst of a fold', async () => {
    opened();
    const open = held();
    const asked = itemsAt(50);
    const closed = past.close();
    open();
    await expect(asked).rejects.toThrow();
    await closed;
  });
});
