import { inTransaction, isFileLost } from '@panshi/database/sqlite';
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
  #kept!: boolean;

  constructor(path: string, definitions: readonly ViewDefinition[]) {
    [this.#path, this.#definitions] = [path, definitions];
    mkdirSync(dirname(path), { recursive: true });
    try {
      this.#open();
    } catch (error) {
      if (!isFileLost(error) && !(error instanceof OtherFormat)) throw error;
      this.renew();
    }
  }

  /** Others after the file was begun anew. */
  get views(): readonly ViewSnapshots[] {
    return this.#views;
  }

  /** Whether snapshots can be kept; else all is folded from the beginning of the log. */
  get kept(): boolean {
    return this.#kept;
  }

  /** Begins the file anew: snapshots are made again from the log, so that one which is damaged, or of another format, is no loss. */
  renew(): void {
    this.close();
    try {
      for (const suffix of ['', '-wal', '-shm']) rmSync(this.#path + suffix, { force: true });
      this.#open();
    } catch {
      this.forgo();
    }
  }

  /** Does without the file, which cannot be used. */
  forgo(): void {
    this.close();
    this.#open(':memory:');
  }

  close(): void {
    if (this.#db?.isOpen) this.#db.close();
  }

  #open(path = this.#path): void {
    this.#kept = path === this.#path;
    this.#db = connect(path);
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
