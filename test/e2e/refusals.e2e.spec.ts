import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { copyOf, type Data, emptyData } from '../support/demo-data.ts';
import { bytesOf } from '../support/files.ts';
import { refusedServer, root, startServer, stopServer } from '../support/server.ts';

let good: Data;

beforeAll(async () => {
  good = emptyData();
  await stopServer(await startServer({ data: good.data, arguments: ['--no-seed'] }));
});

afterAll(() => good.remove());

/** A later build's file, in every way but what it says of itself. */
const newer = (path: string): void => {
  const db = new DatabaseSync(path);
  db.exec('PRAGMA user_version = 99; PRAGMA wal_checkpoint(TRUNCATE)');
  db.close();
};

const overwrite = (path: string, from: number): void => {
  const bytes = readFileSync(path);
  bytes.fill(0xa5, from, from + 2048);
  writeFileSync(path, bytes);
};

const header = (path: string): void => overwrite(path, 0);
const body = (path: string): void => overwrite(path, Math.floor(readFileSync(path).length / 2 / 4096) * 4096);
const half = (path: string): void => truncateSync(path, Math.floor(readFileSync(path).length / 2));
const shared = (path: string): void => chmodSync(path, 0o644);
const opened = (path: string): void => {
  mkdirSync(path);
  chmodSync(path, 0o703);
};
const none = (path: string): void => writeFileSync(path, '');

describe('a start refuses, says what to do, and changes not one byte', () => {
  it.each([
    ['a log with a damaged header', 'events.db', header, /damaged|something else/],
    ['a log with a damaged page', 'events.db', body, /damaged/],
    ['a log cut in half', 'events.db', half, /damaged/],
    ['a log cut to nothing', 'events.db', none, /damaged/],
    ['a log of a newer format', 'events.db', newer, /format 99.*build/],
    ['keys that are damaged', 'keys.db', header, /damaged/],
    ['keys of a newer format', 'keys.db', newer, /format 99.*build/],
    ['a log that others can read', 'events.db', shared, /chmod o-rwx/],
    ['keys that others can read', 'keys.db', shared, /chmod o-rwx/],
    ['a folder of pictures that others can write into', 'pictures', opened, /chmod o-rwx/],
  ] as const)('%s', async (_, file, harm, told) => {
    const { data, remove } = copyOf(good.data);
    harm(join(data, file));
    const before = bytesOf(data);
    const { code, output } = await refusedServer({ data });
    const after = bytesOf(data);
    remove();
    expect(code).toBe(1);
    expect(output).toContain(file);
    expect(output).toMatch(told);
    expect(output).not.toMatch(/^\s+at /m);
    expect(after).toEqual(before);
  });
});

describe('panshi replay says in the same words what is wrong', () => {
  it.each([
    ['with a log cut in half', half, /damaged/],
    ['where there is no log', rmSync, /no log at/],
  ] as const)('%s', (_, harm, told) => {
    const { data, remove } = copyOf(good.data);
    harm(join(data, 'events.db'));
    const bin = join(root, 'services/cli/bin/panshi.mjs');
    const { status, stderr } = spawnSync(process.execPath, [bin, 'replay', '--data', data], { encoding: 'utf8' });
    remove();
    expect(status).toBe(1);
    expect(stderr).toMatch(/^panshi cannot start\.$/m);
    expect(stderr).toContain(join(data, 'events.db'));
    expect(stderr).toMatch(told);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});
