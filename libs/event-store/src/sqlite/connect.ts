import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { whileBusy } from './busy.ts';
import { createTables, isEmptyFile } from './schema.ts';

// Beyond this the WAL is cut back once it starts over; it is at its size most of the time.
const walBytesKept = 16 * 1_048_576;

/** Opens the one connection that writes, laying the tables in a new file. Durable: every commit is synced. */
export const connectWriter = (path: string, lockTimeoutMs: number): DatabaseSync => {
  const db = new DatabaseSync(path, { timeout: 0 });
  try {
    whileBusy(lockTimeoutMs, () => db.exec('PRAGMA journal_mode = WAL'));
    // Checkpoints are ours to time: after the answers, and after the mark is synced.
    db.exec(`PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 0; PRAGMA cache_size = -32768`);
    db.exec(`PRAGMA journal_size_limit = ${walBytesKept}`);
    whileBusy(lockTimeoutMs, () => db.exec('BEGIN IMMEDIATE'));
    if (isEmptyFile(db)) createTables(db);
    db.exec('COMMIT');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
};

/** Opens a connection that only reads. It holds no read open across a tick, or the WAL could not start over. */
export const connectReader = (path: string): DatabaseSync => new DatabaseSync(path, { readOnly: true, timeout: 1000 });

export const hasWal = (path: string): boolean => existsSync(`${path}-wal`);
