import { existsSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { isDamage, isEmptyFile, pragma } from '@panshi/database/sqlite';
import { UnusableStore } from '../errors.ts';
import { markPath, readMark, type Mark } from './mark.ts';
import { applicationId, formatVersion } from './schema.ts';
import { pagesInWal } from './wal.ts';

// SQLite's default, which the log's files have.
const pageBytes = 4096;
const quickCheckPages = 5_000;

/**
 * Decides whether the log at `path` may be opened, and changes nothing. Beside what SQLite notices it finds what it
 * does not: commits that were acknowledged and are no longer there, pages cut off the file. See ADR 0003.
 * @throws {UnusableStore} saying what is wrong and what to do
 */
export const inspect = (path: string): void => {
  const mark = markOf(path);
  const size = sizeOf(path);
  const walSize = sizeOf(`${path}-wal`);
  if (size === 0 && walSize === 0 && (mark?.commits ?? 0) === 0) return;
  // SQLite would take a file shorter than a page for an empty one, and throw its WAL away.
  if (size < pageBytes) throw unusable(path, `it has ${size} bytes`);
  try {
    const db = connect(path, walSize > 0);
    try {
      examine(db, path, mark);
    } finally {
      db.close();
    }
  } catch (error) {
    if (isDamage(error)) throw unusable(path, (error as Error).message, error);
    throw error;
  }
};

// Without a WAL the file is read as unchanging, which leaves no -wal and -shm behind.
const connect = (path: string, wal: boolean): DatabaseSync => {
  const url = pathToFileURL(path);
  if (!wal) url.searchParams.set('immutable', '1');
  return new DatabaseSync(url, { readOnly: true, timeout: 1000 });
};

const examine = (db: DatabaseSync, path: string, mark: Mark | undefined): void => {
  db.exec('BEGIN');
  if (isEmptyFile(db)) {
    if (mark !== undefined && mark.commits > 0) throw unusable(path, 'it is empty, though events were acknowledged');
    return;
  }
  checkFormat(db, path);
  checkPages(db, path);
  const commits = Number(db.prepare('SELECT commits FROM log').get()?.['commits'] ?? -1);
  if (commits < (mark?.commits ?? 0)) {
    throw unusable(path, `it ends at commit ${commits}, but ${mark!.commits} were acknowledged`);
  }
  const suspicious = mark !== undefined && !mark.clean && pagesInWal(path).size === 0;
  if (suspicious || pragma(db, 'page_count') <= quickCheckPages) checkThoroughly(db, path);
};

const checkFormat = (db: DatabaseSync, path: string): void => {
  if (pragma(db, 'application_id') !== applicationId) {
    throw new UnusableStore(`${path} is a database of something else: name another file`);
  }
  const found = pragma(db, 'user_version');
  if (found !== formatVersion) {
    throw new UnusableStore(
      `${path} has format ${found}, this build knows ${formatVersion}: use the build that made it`,
    );
  }
};

/**
 * Every page must be in the file or in the WAL: SQLite would take those of a cut file for empty. The open read keeps
 * another process from moving pages from the one to the other meanwhile.
 */
const checkPages = (db: DatabaseSync, path: string): void => {
  const pageSize = pragma(db, 'page_size');
  const count = pragma(db, 'page_count');
  const whole = Math.floor(sizeOf(path) / pageSize);
  if (whole >= count) return;
  const pages = pagesInWal(path);
  for (let page = whole + 1; page <= count; page++) {
    if (!pages.has(page)) throw unusable(path, `page ${page} of ${count} is missing`);
  }
};

const checkThoroughly = (db: DatabaseSync, path: string): void => {
  const found = String(Object.values(db.prepare('PRAGMA integrity_check(1)').get()!)[0]);
  if (found !== 'ok') throw unusable(path, found);
  const { position, events, last } = db
    .prepare(
      'SELECT position, (SELECT count(*) FROM events) AS events, (SELECT max(position) FROM events) AS last FROM log',
    )
    .get()!;
  if (events !== position || (last ?? 0) !== position) throw unusable(path, `it holds ${events} events of ${position}`);
};

const markOf = (path: string): Mark | undefined => {
  try {
    return readMark(path);
  } catch (error) {
    throw unusable(path, `its mark is damaged (${(error as Error).message})`, error);
  }
};

const sizeOf = (path: string): number => (existsSync(path) ? statSync(path).size : 0);

const unusable = (path: string, what: string, cause?: unknown): UnusableStore =>
  new UnusableStore(
    `the log ${path} is damaged: ${what}. Restore it from a backup; to go on with what is left, ` +
      `remove ${markPath(path)} and start again.`,
    { cause },
  );
