import type { DatabaseSync } from 'node:sqlite';
import { inTransaction, isEmptyFile, openWriter, whileBusy } from '@panshi/database/sqlite';
import { createTables } from './schema.ts';

// Beyond this the WAL is cut back once it starts over; it is at its size most of the time.
const walBytesKept = 24 * 1_048_576;

/** Opens the one connection that writes, laying the tables in a new file. Durable: every commit is synced. */
export const connectWriter = (path: string, lockTimeoutMs: number): DatabaseSync =>
  openWriter(path, (db) => {
    whileBusy(lockTimeoutMs, () => db.exec('PRAGMA journal_mode = WAL'));
    // Checkpoints are ours to time: after the answers, and after the mark is synced.
    db.exec(`PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 0; PRAGMA cache_size = -32768`);
    db.exec(`PRAGMA journal_size_limit = ${walBytesKept}`);
    inTransaction(db, () => isEmptyFile(db) && createTables(db), lockTimeoutMs);
    return db;
  });
