import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { StoreUnavailable, UnusableStore } from '@panshi/event-store';
import { position } from '../contract/sample-table.ts';
import { type Sample, sampleView } from '../contract/samples.ts';
import type { SeenDocument, ViewStore } from '../view-store.ts';
import { openSqliteViewStore } from './sqlite-view-store.ts';

describe('views in a SQLite file', () => {
  let directory: string;
  let path: string;
  let open: ViewStore[];
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'panshi-views-'));
    path = join(directory, 'views.db');
    open = [];
  });
  afterEach(async () => {
    await Promise.all(open.map((store) => store.close()));
    rmSync(directory, { recursive: true });
  });
  const opened = async (lockTimeoutMs = 5000): Promise<ViewStore> => {
    const store = await openSqliteViewStore({ path, lockTimeoutMs });
    open.push(store);
    return store;
  };
  const documents = (count: number, seen = 1): SeenDocument<Sample>[] =>
    Array.from({ length: count }, (_, i) => ({
      id: `d-${i}`,
      seen: position(seen),
      document: { _id: `d-${i}`, stage: 'filed', count: i, grid: `3201130010010${i % 10}`, note: '积水严重' },
    }));

  it('are there after a restart', async () => {
    const first = await (await opened()).open(sampleView());
    await first.write(documents(5000), position(1), (await first.acquire('one', 1000))!);
    const hash = await first.hash();
    await open.pop()!.close();
    const again = await (await opened()).open(sampleView());
    expect([await again.hash(), await again.checkpoint()]).toEqual([hash, position(1)]);
  });

  it('have reached no position while the first documents are being written', async () => {
    const table = await (await openSqliteViewStore({ path: ':memory:' })).open(sampleView());
    const writing = table.write(documents(1500), position(1), (await table.acquire('one', 60_000))!);
    expect(await table.load(['d-0'])).toHaveProperty('size', 1);
    expect(await table.checkpoint()).toBeUndefined();
    await writing;
    expect(await table.checkpoint()).toBe(position(1));
  });

  it('count by the counts kept, which follow each document, where these tell; else by the documents', async () => {
    const table = await (await opened()).open(sampleView());
    const lease = (await table.acquire('one', 60_000))!;
    await table.write(documents(30), position(1), lease);
    const file = new DatabaseSync(path);
    const kept = (): unknown =>
      file.prepare('SELECT sum(n) AS documents, count(*) AS rows FROM "samples@1 counts"').get();
    expect(kept()).toEqual({ documents: 30, rows: 10 });
    const closed = { _id: 'd-0', stage: 'closed', grid: '32011300100100' };
    await table.write([{ id: 'd-0', seen: position(2), document: closed }], position(2), lease);
    expect(kept()).toEqual({ documents: 30, rows: 11 });
    await table.write([{ id: 'd-0', seen: position(3), document: undefined }], position(3), lease);
    await table.write(documents(30, 2).slice(1), position(3), lease);
    expect(kept()).toEqual({ documents: 29, rows: 10 });
    file.exec('UPDATE "samples@1 counts" SET n = n + 1000');
    file.close();
    const filter = { stage: 'filed', grid: { $prefix: '320113001001' } };
    expect(await table.count(filter)).toBe(10_029);
    const { facets } = await table.find({ filter, facets: ['urgent', 'count'], limit: 1 });
    expect([facets!['urgent'], facets!['count']!.length]).toEqual([[{ value: null, count: 10_029 }], 29]);
    expect(await table.count({ ...filter, count: { $gte: 0 } })).toBe(29);
    expect(await table.count({ ...filter, urgent: { $exists: false } })).toBe(29);
  });

  it('are shared by processes: what one writes the other reads', async () => {
    const [one, two] = [await (await opened()).open(sampleView()), await (await opened()).open(sampleView())];
    await one.write(documents(3), position(1), (await one.acquire('one', 60_000))!);
    expect([await two.count(), await two.checkpoint(), await two.acquire('two', 1000)]).toEqual([
      3,
      position(1),
      undefined,
    ]);
  });

  it('are read while another process writes, and written once it is done', async () => {
    const table = await (await opened()).open(sampleView());
    const lease = (await table.acquire('one', 60_000))!;
    await table.write(documents(3), position(1), lease);
    const other = new DatabaseSync(path);
    other.exec('BEGIN IMMEDIATE');
    const writing = table.write(documents(4, 2), position(2), lease);
    expect([await table.count(), await table.checkpoint()]).toEqual([3, position(1)]);
    other.exec('COMMIT');
    other.close();
    await writing;
    expect([await table.count(), await table.checkpoint()]).toEqual([4, position(2)]);
  });

  it('refuse a write that waits too long for another process, having written nothing', async () => {
    const table = await (await opened(20)).open(sampleView());
    const lease = (await table.acquire('one', 60_000))!;
    const other = new DatabaseSync(path);
    other.exec('BEGIN IMMEDIATE');
    await expect(table.write(documents(3), position(1), lease)).rejects.toBeInstanceOf(StoreUnavailable);
    other.exec('ROLLBACK');
    other.close();
    expect(await table.count()).toBe(0);
  });

  it('give a page of a wide range in order, as of a narrow one', async () => {
    const table = await (await opened()).open(sampleView());
    const lease = (await table.acquire('one', 60_000))!;
    await table.write(documents(6000), position(1), lease);
    await table.index(lease);
    const asked = { filter: { grid: { $prefix: '32011300100' } }, sort: { count: -1 as const }, limit: 2, total: true };
    const page = await table.find(asked);
    expect([page.items.map(({ count }) => count), page.total]).toEqual([[5999, 5998], 6000]);
    const next = await table.find({ ...asked, cursor: page.next });
    expect(next.items.map(({ count }) => count)).toEqual([5997, 5996]);
  });

  it('are refused when damaged, saying that they can be deleted and built anew, and left as they were', async () => {
    writeFileSync(path, 'this is no database at all, but long enough to be taken for one '.repeat(100));
    const before = readFileSync(path);
    await expect(opened()).rejects.toThrow(/views\.db is damaged.*delete it.*built anew/);
    expect(readFileSync(path)).toEqual(before);
  });

  it.each([
    ['the log', 0x50414e53],
    ['the keys', 0x504b4559],
  ])('are never told to be deleted where the file is %s, be it damaged', async (what, applicationId) => {
    const db = new DatabaseSync(path);
    db.exec(`PRAGMA application_id = ${applicationId}; CREATE TABLE events (position INTEGER)`);
    db.close();
    for (const damage of [false, true]) {
      if (damage) writeFileSync(path, readFileSync(path).fill(0xa5, 100));
      const refused = await opened().catch((error: Error) => error.message);
      expect(refused).toContain(`is ${what}, not views: name another file`);
      expect(refused).not.toContain('delete');
    }
  });

  it('are refused where the damage is met on reading', async () => {
    const table = await (await opened()).open(sampleView());
    await table.write(documents(5000), position(1), (await table.acquire('one', 1000))!);
    await open.pop()!.close();
    const bytes = readFileSync(path);
    bytes.fill(0xa5, 8 * 4096, bytes.length - 4096);
    writeFileSync(path, bytes);
    const reading = opened().then(async (store) => (await store.open(sampleView())).hash());
    await expect(reading).rejects.toThrow(UnusableStore);
    await expect(reading).rejects.toThrow(/delete it/);
  });

  it.each([
    ['of a newer format', 'PRAGMA user_version = 3', /has format 3, and this build knows format 2.*delete it/],
    ['of another application', 'PRAGMA application_id = 7', /is no file of Panshi views/],
  ])('are refused when %s, and left as they were', async (_, change, message) => {
    await opened();
    await open.pop()!.close();
    const db = new DatabaseSync(path);
    db.exec(change);
    db.close();
    const before = readFileSync(path);
    await expect(opened()).rejects.toThrow(UnusableStore);
    await expect(opened()).rejects.toThrow(message);
    expect(readFileSync(path)).toEqual(before);
  });

  it('answer nothing once closed, and close twice', async () => {
    const store = await opened();
    const table = await store.open(sampleView());
    const lease = (await table.acquire('one', 1000))!;
    const writing = table.write(documents(3), position(1), lease);
    await Promise.all([store.close(), store.close()]);
    await writing;
    await expect(table.write([], position(2), lease)).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(table.get('d-1')).rejects.toBeInstanceOf(StoreUnavailable);
  });
});
