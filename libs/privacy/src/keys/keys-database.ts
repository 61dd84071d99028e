import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fullDisk, isFull, makeFolder, openReader } from '@panshi/database/sqlite';
import { UnusableKeys } from '../errors.ts';
import { applicationId, format, schema, since2 } from './keys-schema.ts';
import { placeFile } from './place-file.ts';
import { unwrap, wrap } from './wrap.ts';

const check = 'master key check';

/** Does what a full disk may keep from being done, which is no damage. @throws {UnusableKeys} then: what to do is said */
const unlessFull = <T>(path: string, open: () => T): T => {
  try {
    return open();
  } catch (cause) {
    throw isFull(cause) ? new UnusableKeys(fullDisk(path), { cause }) : cause;
  }
};

const create = (path: string, master: Uint8Array): void => {
  const db = new DatabaseSync(path);
  db.exec(`BEGIN; ${schema}`);
  db.prepare('INSERT INTO secret VALUES (?, ?)').run(check, wrap(master, check, Buffer.from(check)));
  db.exec('COMMIT; PRAGMA journal_mode = WAL');
  db.close();
};

/** Reads the file's own header, because opening it with SQLite could already change files beside it. */
const checkHeader = (path: string): void => {
  const header = Buffer.alloc(100);
  const file = openSync(path, 'r');
  readSync(file, header, 0, header.length, 0);
  closeSync(file);
  if (header.toString('latin1', 0, 15) !== 'SQLite format 3' || header.readUInt32BE(68) !== applicationId)
    throw new UnusableKeys(`${path} is damaged or no keys database: restore it from a backup`);
  const found = header.readUInt32BE(60);
  if (found < 1 || found > format)
    throw new UnusableKeys(`${path} has format ${found}, this build reads ${format}: start the newer build`);
};

const checkContent = (path: string, master: Uint8Array): void => {
  const db = openReader(path, 5000);
  try {
    const [report] = unlessFull(path, () => db.prepare('PRAGMA quick_check(1)').all());
    if (report?.['quick_check'] !== 'ok') throw new Error(String(report?.['quick_check']));
    unwrap(
      master,
      check,
      db.prepare('SELECT wrapped FROM secret WHERE name = ?').get(check)?.['wrapped'] as Uint8Array,
    );
  } catch (cause) {
    if (cause instanceof UnusableKeys) throw cause;
    throw new UnusableKeys(`${path} is damaged: restore it from a backup`, { cause });
  } finally {
    db.close();
  }
};

/** Adds what a file that an earlier build made lacks; of several processes the first does. */
const upgrade = (db: DatabaseSync): void => {
  const isOld = (): boolean => db.prepare('PRAGMA user_version').get()?.['user_version'] === 1;
  if (!isOld()) return;
  db.exec('BEGIN IMMEDIATE');
  if (isOld()) db.exec(since2);
  db.exec('COMMIT');
};

/**
 * Opens the keys database, creating it where there is none. A commit is durable only after a sync of the write-ahead
 * log. @throws {UnusableKeys} having changed nothing.
 */
export const openKeysDatabase = (
  path: string,
  masterFor: () => Uint8Array,
): { db: DatabaseSync; master: Uint8Array } => {
  makeFolder(dirname(path));
  if (existsSync(path)) checkHeader(path);
  const master = masterFor();
  if (!existsSync(path)) unlessFull(path, () => placeFile(path, (temporary) => create(temporary, master)));
  checkHeader(path);
  checkContent(path, master);
  const db = new DatabaseSync(path, { timeout: 5000 });
  unlessFull(path, () => {
    upgrade(db);
    db.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON; PRAGMA busy_timeout = 0',
    );
  });
  return { db, master };
};
