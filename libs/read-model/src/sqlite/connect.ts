import { UnusableStore } from '@panshi/event-store';
import { inTransaction, isDamage, openReader, openWriter, whileBusy } from '@panshi/database/sqlite';
import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { layTables } from './schema.ts';

/** What the writer is started with. */
export interface WriterOptions {
  readonly path: string;
  readonly lockTimeoutMs: number;
}

/** Pages that the write-ahead log gathers: an index's page that many documents change goes to the file once. */
const walPages = 4096;

const advice = 'it holds nothing that is not in the log: delete it (with its -wal and -shm), and it is built anew';

/** Files of other stores, which must never be deleted, by their application id. */
const otherStores: Readonly<Record<number, string>> = { 0x50414e53: 'the log', 0x504b4559: 'the keys' };

/** The application id in the header of a file, however damaged the rest is. */
const applicationIdOf = (path: string): number => {
  if (!existsSync(path)) return 0;
  const bytes = Buffer.alloc(4);
  const file = openSync(path, 'r');
  readSync(file, bytes, 0, 4, 68);
  closeSync(file);
  return bytes.readUInt32BE();
};

export const unusable = (path: string, why: string): string => {
  const other = otherStores[applicationIdOf(path)];
  return other ? `${path} is ${other}, not views: name another file for the views` : `${path} ${why}; ${advice}`;
};

export const damaged = 'is damaged';

/**
 * Opens the one connection that writes, laying the tables in a new file. A commit may be lost to power loss, never
 * torn: views can be built again, so the sync of each commit is saved.
 * @throws {UnusableStore} where the file cannot be used; it is left as it was
 */
export const connectWriter = ({ path, lockTimeoutMs }: WriterOptions): DatabaseSync => {
  try {
    return openWriter(path, (db) => {
      const refused = inTransaction(db, () => layTables(db), lockTimeoutMs);
      if (refused) throw new UnusableStore(unusable(path, refused));
      whileBusy(lockTimeoutMs, () => db.exec('PRAGMA journal_mode = WAL'));
      db.exec(`PRAGMA synchronous = NORMAL; PRAGMA cache_size = -32768; PRAGMA wal_autocheckpoint = ${walPages}`);
      db.exec(`PRAGMA journal_size_limit = ${walPages * 4096}`);
      return db;
    });
  } catch (error) {
    if (isDamage(error)) throw new UnusableStore(unusable(path, damaged));
    throw error;
  }
};

/** Opens a connection that only reads, beside the writer. */
export const connectReader = (path: string): DatabaseSync => {
  const db = openReader(path);
  db.exec('PRAGMA cache_size = -16384');
  return db;
};
