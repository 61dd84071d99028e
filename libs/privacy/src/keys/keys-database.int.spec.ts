import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openKeys } from '../open-keys.ts';
import { openKeysDatabase } from './keys-database.ts';

const otherKey = randomBytes(32).toString('base64');

describe('the keys database', () => {
  let directory: string;
  let path: string;
  let master: string;
  const openAndClose = async (masterKey?: string): Promise<void> => (await openKeys({ path, masterKey })).close();
  const contents = (): Record<string, string> =>
    Object.fromEntries(
      readdirSync(directory)
        .filter((name) => !/-(shm|wal)$/.test(name))
        .map((name) => [
          name,
          createHash('sha256')
            .update(readFileSync(join(directory, name)))
            .digest('hex'),
        ]),
    );
  const refusal = async (masterKey?: string): Promise<string> => {
    const before = contents();
    const error: Error = await openAndClose(masterKey).then(
      () => new Error('it opened'),
      (reason: Error) => reason,
    );
    expect(error.name).toBe('UnusableKeys');
    expect(contents()).toEqual(before);
    return error.message;
  };

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'panshi-keys-'));
    path = join(directory, 'keys.db');
    master = join(directory, 'keys.master');
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  it('is made at first start with a master key of its own, which only its owner can read', async () => {
    await openAndClose();
    expect(readdirSync(directory).sort()).toEqual(['keys.db', 'keys.master']);
    expect(statSync(master).mode & 0o777).toBe(0o600);
    expect(Buffer.from(readFileSync(master, 'utf8'), 'base64')).toHaveLength(32);
  });

  it('is made once, though many start at the same time', async () => {
    const opened = await Promise.all([1, 2, 3, 4].map(() => openKeys({ path })));
    const [first, ...others] = await Promise.all(opened.map(({ keys }) => keys.keyFor('a', 'resident')));
    for (const other of others) expect(other).toEqual(first);
    await Promise.all(opened.map(({ close }) => close()));
    expect(readdirSync(directory).sort()).toEqual(['keys.db', 'keys.master']);
  });

  it('takes a master key from outside, and then writes none', async () => {
    await openAndClose(otherKey);
    expect(readdirSync(directory)).toEqual(['keys.db']);
    await openAndClose(otherKey);
    expect(await refusal()).toContain('keys.master is missing');
  });

  it('refuses another master key', async () => {
    await openAndClose();
    expect(await refusal(otherKey)).toContain('another master key');
  });

  it('refuses a master key that is no 32 bytes in base64', async () => {
    expect(await refusal('c2hvcnQ=')).toContain('32 bytes');
    expect(readdirSync(directory)).toEqual([]);
  });

  it('refuses to make a new master key for a database whose own is lost', async () => {
    await openAndClose();
    rmSync(master);
    expect(await refusal()).toContain('restore it');
  });

  it('refuses a master key file that others can read', async () => {
    await openAndClose();
    chmodSync(master, 0o644);
    expect(await refusal()).toContain('chmod 600');
  });

  it('refuses a newer format', async () => {
    await openAndClose();
    const db = new DatabaseSync(path);
    db.exec('PRAGMA user_version = 3');
    db.close();
    expect(await refusal()).toContain('format 3');
  });

  it('takes up the file of an earlier build, once, though many open it at the same time', async () => {
    await openAndClose();
    const db = new DatabaseSync(path);
    db.exec('ALTER TABLE idempotency DROP COLUMN receipt; DROP TABLE ended_session; PRAGMA user_version = 1');
    db.close();
    const opened = await Promise.all([1, 2, 3].map(() => openKeys({ path })));
    const [{ endedSessions }] = opened as [(typeof opened)[0]];
    await endedSessions.put('s-1', '2026-03-01T09:00:00.000Z', '2026-03-01T08:00:00.000Z');
    expect(await opened[2]!.endedSessions.all('2026-03-01T08:00:00.000Z')).toEqual(['s-1']);
    await Promise.all(opened.map(({ close }) => close()));
  });

  it.each([
    ['no database at all', () => Buffer.from('no database')],
    ['an empty file', () => Buffer.alloc(0)],
    ['cut off', (whole: Buffer) => whole.subarray(0, whole.length - 4096)],
    ['damaged inside', (whole: Buffer) => Buffer.concat([whole.subarray(0, 4096), randomBytes(whole.length - 4096)])],
  ])('refuses a file that is %s', async (_, damage) => {
    await openAndClose();
    writeFileSync(path, damage(readFileSync(path)));
    expect(await refusal()).toContain('restore it from a backup');
  });

  it('refuses the database of another program', async () => {
    await openAndClose();
    rmSync(path);
    const db = new DatabaseSync(path);
    db.exec('CREATE TABLE t (a)');
    db.close();
    expect(await refusal()).toContain('no keys database');
  });

  it('survives power loss at any time (what a commit needs beyond that, its writer adds), and wipes what it deletes', () => {
    const { db } = openKeysDatabase(path, () => randomBytes(32));
    const setting = (name: string): unknown => db.prepare(`PRAGMA ${name}`).get()?.[name];
    const [normal, on] = [1, 1];
    expect(['journal_mode', 'synchronous', 'secure_delete'].map(setting)).toEqual(['wal', normal, on]);
    db.close();
  });
});
