import { isDamage } from '@panshi/database/sqlite';
import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { layoutOf } from '../sqlite/layout.ts';
import type { ViewDefinition } from '../view.ts';
import { teachUnpacking } from './packing.ts';
import { layTables, nameOf, OtherFormat } from './snapshot-schema.ts';
import { dropView, ViewSnapshots } from './view-snapshots.ts';

const connect = (path: string): DatabaseSync => {
  const db = new DatabaseSync(path, { timeout: 5000 });
  try {
    db.exec(
      'PRAGMA auto_vacuum = INCREMENTAL; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA journal_size_limit = 4194304',
    );
    teachUnpacking(db);
    db.exec('BEGIN IMMEDIATE');
    layTables(db);
    db.exec('COMMIT');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
};

/** Snapshots are made again from the log: a file that is damaged, or of another format, is no loss. */
const connectAnyway = (path: string): DatabaseSync => {
  try {
    return connect(path);
  } catch (error) {
    if (!isDamage(error) && !(error instanceof OtherFormat)) throw error;
    for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
    return connect(path);
  }
};

/** The snapshots of a service's views, in a file of their own. Those of other versions are dropped. */
export class SnapshotFile {
  readonly views: readonly ViewSnapshots[];
  readonly #db: DatabaseSync;

  constructor(path: string, definitions: readonly ViewDefinition[]) {
    mkdirSync(dirname(path), { recursive: true });
    this.#db = connectAnyway(path);
    const names = new Set(definitions.map((view) => nameOf(layoutOf(view))));
    const others = this.#db
      .prepare('SELECT name FROM views')
      .all()
      .map(({ name }) => String(name));
    const old = others.filter((name) => !names.has(name));
    for (const name of old) dropView(this.#db, name);
    if (old.length > 0) this.#db.exec('PRAGMA incremental_vacuum');
    this.views = definitions.map((view) => new ViewSnapshots(this.#db, path, view));
  }

  close(): void {
    this.#db.close();
  }
}
