import { closeSync, existsSync, mkdirSync, openSync, readSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { UnusableKeys } from '../errors.ts';
import { placeFile } from './place-file.ts';
import { unwrap, wrap } from './wrap.ts';

const format = 1;
/** "PKEY" in ASCII. */
const applicationId = 0x50_4b_45_59;
const check = 'master key check';

const schema = `
  CREATE TABLE subject_key (
    subject TEXT NOT NULL, version INTEGER NOT NULL, key_class TEXT NOT NULL, wrapped BLOB,
    PRIMARY KEY (subject, version)) WITHOUT ROWID;
  CREATE TABLE erasure (
    seq INTEGER PRIMARY KEY, subject TEXT NOT NULL UNIQUE, ground TEXT NOT NULL, approver TEXT NOT NULL, at TEXT NOT NULL);
  CREATE TABLE hold (
    subject TEXT NOT NULL, ground TEXT NOT NULL, approver TEXT NOT NULL, until TEXT NOT NULL,
    PRIMARY KEY (subject, ground)) WITHOUT ROWID;
  CREATE TABLE secret (name TEXT PRIMARY KEY, wrapped BLOB NOT NULL) WITHOUT ROWID;
  CREATE TABLE credential (account TEXT PRIMARY KEY, phc TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE idempotency (
    key TEXT PRIMARY KEY, command_id TEXT NOT NULL, fingerprint TEXT NOT NULL, created_at TEXT NOT NULL) WITHOUT ROWID;
  CREATE INDEX idempotency_created_at ON idempotency (created_at);
  PRAGMA application_id = ${applicationId};
  PRAGMA user_version = ${format};
`;

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
  if (found !== format)
    throw new UnusableKeys(`${path} has format ${found}, this build reads ${format}: start the newer build`);
};

const checkContent = (path: string, master: Uint8Array): void => {
  const db = new DatabaseSync(path, { readOnly: true, timeout: 5000 });
  try {
    const [report] = db.prepare('PRAGMA quick_check(1)').all();
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

/** Opens the keys database, creating it where there is none. @throws {UnusableKeys} having changed nothing. */
export const openKeysDatabase = (
  path: string,
  masterFor: () => Uint8Array,
): { db: DatabaseSync; master: Uint8Array } => {
  mkdirSync(dirname(path), { recursive: true });
  if (existsSync(path)) checkHeader(path);
  const master = masterFor();
  if (!existsSync(path)) placeFile(path, (temporary) => create(temporary, master));
  checkHeader(path);
  checkContent(path, master);
  const db = new DatabaseSync(path, { timeout: 5000 });
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA busy_timeout = 0');
  return { db, master };
};
