import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { all, anEvent, any, events } from '../contract/sample.ts';
import { OutcomeUnknown, StoreUnavailable } from '../errors.ts';
import type { EventStore } from '../port.ts';
import { connectWriter } from './connect.ts';
import { openSqliteEventStore, type SqliteEventStoreOptions } from './open.ts';
import { temporaryFolder } from '../contract/temporary-folder.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());

const opened: EventStore[] = [];
afterEach(() => Promise.all(opened.splice(0).map((store) => store.close())));

const open = async ({ path = folder.file(), ...options }: Partial<SqliteEventStoreOptions> = {}) => {
  const store = await openSqliteEventStore({ path, ...options });
  opened.push(store);
  return { path, store };
};
const ticks = async (count: number) => {
  for (let i = 0; i < count; i++) await new Promise(setImmediate);
};
const locked = (path: string) => {
  const other = new DatabaseSync(path);
  other.exec('BEGIN IMMEDIATE');
  return { release: () => other.close() };
};

describe('writing to SQLite', () => {
  it('commits what is asked at once in few groups', async () => {
    const { path, store } = await open();
    await Promise.all(Array.from({ length: 300 }, (_, i) => store.append(`s-${i}`, events(1), any())));
    const reader = new DatabaseSync(path, { readOnly: true });
    expect(reader.prepare('SELECT commits FROM log').get()!['commits']).toBeLessThan(30);
    reader.close();
    await store.close();
  });

  it('syncs every commit, so that it survives power loss', () => {
    const file = folder.file();
    mkdirSync(dirname(file));
    const db = connectWriter(file, 1000);
    expect(db.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 });
    expect(db.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
    db.close();
  });

  it('waits for a locked log without stalling this thread', async () => {
    const { path, store } = await open();
    const lock = locked(path);
    let written = false;
    const append = store.append('a', events(1), any()).then(() => (written = true));
    await ticks(200);
    expect(written).toBe(false);
    lock.release();
    await append;
    await store.close();
  });

  it('gives up on a log that stays locked, having written nothing', async () => {
    const { path, store } = await open({ lockTimeoutMs: 20 });
    const lock = locked(path);
    await expect(store.append('a', events(1), any())).rejects.toThrow(StoreUnavailable);
    lock.release();
    expect(await all(store)).toEqual([]);
    await store.append('a', events(1), any());
    await store.close();
  });

  it('refuses an append when too many wait, or too much', async () => {
    const { store } = await open({ maxPending: 5, maxPendingChars: 20_000 });
    const outcomes = await Promise.allSettled(Array.from({ length: 9 }, () => store.append('a', events(1), any())));
    expect(outcomes.map(({ status }) => status)).toEqual([
      ...Array<string>(5).fill('fulfilled'),
      ...Array<string>(4).fill('rejected'),
    ]);
    const large = anEvent({ data: { text: 'x'.repeat(20_000) } });
    await expect(store.append('a', [large], any())).rejects.toThrow(StoreUnavailable);
    await store.append('a', events(1), any());
    expect(await all(store)).toHaveLength(6);
    await store.close();
  });

  it('says of a full disk that the outcome is unknown, keeps what it acknowledged and takes the retry', async () => {
    const { path, store } = await open({ maxPages: 60 });
    const acknowledged: string[] = [];
    let failed = [anEvent()];
    for (;;) {
      const batch = Array.from({ length: 3 }, () => anEvent({ data: { text: 'x'.repeat(5000) } }));
      const group = batch.map((event) => store.append('a', [event, anEvent()], { expect: 'any', commandId: 'c' }));
      const outcomes = await Promise.allSettled(group);
      if (outcomes.some(({ status }) => status === 'rejected')) {
        for (const outcome of outcomes) expect(outcome).toMatchObject({ reason: expect.any(OutcomeUnknown) });
        failed = batch;
        break;
      }
      acknowledged.push(...batch.map(({ id }) => id));
    }
    const kept = (await all(store)).map(({ id }) => id).filter((_, i) => i % 2 === 0);
    expect(kept).toEqual(acknowledged);
    await store.close();
    const { store: larger } = await open({ path });
    await larger.append('a', failed, { expect: 'any', commandId: 'c' });
    expect(await all(larger)).toHaveLength(acknowledged.length * 2 + 3);
    await larger.close();
  });

  it('keeps the WAL short beside idle subscribers and a reader that has paused, and none when closed', async () => {
    const { path, store } = await open();
    const stop = new AbortController();
    const subscription = store.subscribe({}, stop.signal)[Symbol.asyncIterator]();
    await subscription.next();
    const waiting = subscription.next();
    await store.append('first', events(600), any());
    await waiting;
    const paused = store.readAll()[Symbol.asyncIterator]();
    await paused.next();
    let written = 0;
    for (let i = 0; i < 60; i++) {
      const text = 'x'.repeat(1_000_000);
      written += text.length;
      await store.append(`s-${i}`, [anEvent({ data: { text } })], any());
    }
    expect(statSync(`${path}-wal`).size).toBeLessThan(written / 2);
    stop.abort();
    await paused.return?.(undefined);
    await store.close();
    expect(existsSync(`${path}-wal`)).toBe(false);
  });

  it('remembers across a restart: events, checkpoints and fences', async () => {
    const { path, store } = await open();
    await store.append('a', events(3), any());
    const lease = (await store.checkpoints.acquire('r', 'one', 60_000))!;
    await store.checkpoints.save(lease, await store.head());
    const log = await all(store);
    await store.close();
    const { store: again } = await open({ path });
    expect(await all(again)).toEqual(log);
    expect(await again.checkpoints.load('r')).toBe(await again.head());
    expect(await again.checkpoints.acquire('r', 'two', 1000)).toBeUndefined();
    await again.close();
  });
});
