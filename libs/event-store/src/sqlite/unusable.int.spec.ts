import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { all, anEvent, any, events } from '../contract/sample.ts';
import { UnusableStore } from '../errors.ts';
import { copyLog } from './fixtures/cutting.ts';
import { openSqliteEventStore } from './open.ts';
import { temporaryFolder } from '../contract/temporary-folder.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());

describe('a start', () => {
  let path: string;
  beforeEach(async () => {
    path = folder.file();
    const store = await openSqliteEventStore({ path });
    await store.append('a', events(5), any());
    await store.close();
  });

  const files = () =>
    readdirSync(dirname(path)).map((name) => {
      const bytes = readFileSync(`${dirname(path)}/${name}`);
      return `${name} ${createHash('sha256').update(bytes).digest('hex')}`;
    });
  const write = (sql: string) => {
    const db = new DatabaseSync(path);
    db.exec(sql);
    db.close();
  };
  const isRefused = async (why: RegExp) => {
    const before = files();
    const start = openSqliteEventStore({ path }).then((store) => store.close());
    await expect(start).rejects.toThrow(UnusableStore);
    await expect(start).rejects.toThrow(why);
    expect(files()).toEqual(before);
  };
  const lastsAs = async (count: number) => {
    const store = await openSqliteEventStore({ path });
    expect(await all(store)).toHaveLength(count);
    await store.close();
  };

  it.each([
    ['a newer', 3],
    ['an older', 1],
  ])('refuses a log of %s format, naming the build that can', async (_, format) => {
    write(`PRAGMA user_version = ${format}`);
    await isRefused(new RegExp(`format ${format}.*use the build that made it`));
  });

  it('refuses the database of something else', async () => {
    rmSync(`${path}-mark`);
    write('PRAGMA application_id = 7');
    await isRefused(/something else/);
  });

  it('refuses what is no database', async () => {
    writeFileSync(path, 'not a database, though as long as a page. '.repeat(200));
    await isRefused(/is damaged/);
  });

  it('refuses a log that has lost an event', async () => {
    write('DELETE FROM events WHERE position = 3');
    await isRefused(/4 events of 5/);
  });

  it('refuses a log older than what was acknowledged, until its mark is taken away', async () => {
    const older = copyLog(path, folder.file());
    const store = await openSqliteEventStore({ path });
    await store.append('a', events(3), any());
    await store.close();
    writeFileSync(path, readFileSync(older));
    await isRefused(/commit 1, but 2 were acknowledged.*remove .*-mark/);
    rmSync(`${path}-mark`);
    await lastsAs(5);
  });

  it('refuses to begin anew where a log is gone', async () => {
    rmSync(path);
    await isRefused(/0 bytes/);
  });

  it('refuses a damaged mark', async () => {
    const mark = readFileSync(`${path}-mark`);
    writeFileSync(`${path}-mark`, mark.subarray(0, 100));
    await isRefused(/mark is damaged/);
    mark.writeUInt32BE(7, 4096);
    writeFileSync(`${path}-mark`, mark);
    await isRefused(/mark is damaged/);
  });

  it('takes a log that another tool has closed after a crash, having read it through', async () => {
    const store = await openSqliteEventStore({ path });
    await store.append('a', events(3), any());
    path = copyLog(path, folder.file());
    await store.close();
    write('SELECT 1; PRAGMA wal_checkpoint');
    await lastsAs(8);
  });

  it('reads even a large log through, where no clean close was the last and its WAL is gone', async () => {
    const store = await openSqliteEventStore({ path });
    const text = 'x'.repeat(1_000_000);
    for (let i = 0; i < 22; i++) await store.append('large', [anEvent({ data: { text } })], any());
    path = copyLog(path, folder.file());
    await store.close();
    write('DELETE FROM events WHERE position = 3');
    await isRefused(/26 events of 27/);
  });
});
