import { inTransaction, isDamage } from '@panshi/database/sqlite';
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
    inTransaction(db, () => layTables(db));
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
};

/** The snapshots of a service's views, in a file of their own. Those of other versions are dropped. */
export class SnapshotFile {
  readonly #path: string;
  readonly #definitions: readonly ViewDefinition[];
  #db!: DatabaseSync;
  #views!: readonly ViewSnapshots[];

  constructor(path: string, definitions: readonly ViewDefinition[]) {
    [this.#path, this.#definitions] = [path, definitions];
    mkdirSync(dirname(path), { recursive: true });
    try {
      this.#open();
    } catch (error) {
      if (!isDamage(error) && !(error instanceof OtherFormat)) throw error;
      this.renew();
    }
  }

  /** Others after the file was begun anew. */
  get views(): readonly ViewSnapshots[] {
    return this.#views;
  }

  /** Begins the file anew: snapshots are made again from the log, so that one which is damaged, or of another format, is no loss. */
  renew(): void {
    this.close();
    for (const suffix of ['', '-wal', '-shm']) rmSync(this.#path + suffix, { force: true });
    this.#open();
  }

  close(): void {
    if (this.#db?.isOpen) this.#db.close();
  }

  #open(): void {
    this.#db = connect(this.#path);
    try {
      const names = new Set(this.#definitions.map((view) => nameOf(layoutOf(view))));
      const stored = this.#db.prepare('SELECT name FROM views').all();
      const old = stored.map(({ name }) => String(name)).filter((name) => !names.has(name));
      for (const name of old) dropView(this.#db, name);
      if (old.length > 0) this.#db.exec('PRAGMA incremental_vacuum');
      this.#views = this.#definitions.map((view) => new ViewSnapshots(this.#db, this.#path, view));
    } catch (error) {
      this.close();
      throw error;
    }
  }
}
