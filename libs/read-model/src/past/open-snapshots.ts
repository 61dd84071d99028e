import { inTransaction } from '@panshi/database/sqlite';
import { DatabaseSync } from 'node:sqlite';
import { layoutOf } from '../sqlite/layout.ts';
import type { ViewDefinition } from '../view.ts';
import { teachUnpacking } from './packing.ts';
import { layTables, nameOf } from './snapshot-schema.ts';
import { dropView, ViewSnapshots } from './view-snapshots.ts';

/** Pages that the write-ahead log gathers: a mark writes many at once. */
const walPages = 4096;

export interface OpenSnapshots {
  readonly views: readonly ViewSnapshots[];
  close(): void;
}

/** Opens a file of snapshots, and drops those of other versions. @throws {OtherFormat} */
export const openSnapshots = (path: string, definitions: readonly ViewDefinition[]): OpenSnapshots => {
  const db = new DatabaseSync(path, { timeout: 5000 });
  const close = (): void => {
    if (db.isOpen) db.close();
  };
  try {
    db.exec('PRAGMA auto_vacuum = INCREMENTAL; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
    db.exec(`PRAGMA cache_size = -32768; PRAGMA wal_autocheckpoint = ${walPages}`);
    db.exec(`PRAGMA journal_size_limit = ${walPages * 4096}`);
    teachUnpacking(db);
    inTransaction(db, () => layTables(db));
    dropOthers(db, definitions);
    return { views: definitions.map((view) => new ViewSnapshots(db, path, view)), close };
  } catch (error) {
    close();
    throw error;
  }
};

const dropOthers = (db: DatabaseSync, definitions: readonly ViewDefinition[]): void => {
  const names = new Set(definitions.map((view) => nameOf(layoutOf(view))));
  const stored = db.prepare('SELECT name FROM views').all();
  const others = stored.map(({ name }) => String(name)).filter((name) => !names.has(name));
  for (const name of others) dropView(db, name);
  if (others.length > 0) db.exec('PRAGMA incremental_vacuum');
};
