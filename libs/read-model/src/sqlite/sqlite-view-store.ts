import { latestLeaseEnd, UnusableStore } from '@panshi/event-store';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { makeFolder } from '@panshi/database/sqlite';
import type { ViewDefinition, ViewDocument } from '../view.ts';
import type { StoredView, ViewStore, ViewTable } from '../view-store.ts';
import { connectReader } from './connect.ts';
import { dropOf, layoutOf } from './layout.ts';
import type { Writer } from './protocol.ts';
import { layTables } from './schema.ts';
import { sql } from './sql.ts';
import { SqliteViewTable } from './sqlite-view-table.ts';
import { ViewDatabase } from './view-database.ts';
import { ViewWriter } from './view-writer.ts';
import { localWriter, threadWriter } from './writers.ts';

export interface SqliteViewStoreOptions {
  /** The database file, made when absent; `:memory:` for one that ends with the process. */
  readonly path: string;
  /** Milliseconds since the epoch; leases are reckoned by it. */
  readonly clock?: () => number;
  /** How long a write waits for another process to let go of the file, in milliseconds. */
  readonly lockTimeoutMs?: number;
}

/** After a crash, how long a view's lease counts as held though it has run out: time for another to take it. */
const graceMs = 60_000;

class SqliteViewStore implements ViewStore {
  readonly #database: ViewDatabase;
  readonly #writer: Writer;
  readonly #clock: () => number;
  #closed: Promise<void> | undefined;

  constructor(database: ViewDatabase, writer: Writer, clock: () => number) {
    this.#database = database;
    this.#writer = writer;
    this.#clock = clock;
  }

  async open<Doc extends ViewDocument>(view: ViewDefinition<Doc>): Promise<ViewTable<Doc>> {
    const layout = layoutOf(view);
    const refused = await this.#writer.calls.open(layout);
    if (refused) throw new UnusableStore(refused);
    return new SqliteViewTable(view, layout, this.#database, this.#writer, this.#clock);
  }

  async list(): Promise<readonly StoredView[]> {
    const now = this.#clock();
    const rows = this.#database.rows<[string, number, number]>(
      sql(
        `SELECT view, version, coalesce(expires_at, 0) BETWEEN ? AND ? FROM views
         LEFT JOIN leases ON name = view || '@' || version ORDER BY view, version`,
        now - graceMs + 1,
        latestLeaseEnd(now, graceMs),
      ),
    );
    return rows.map(([name, version, leased]) => ({ name, version, leased: leased === 1 }));
  }

  async drop(name: string, version: number): Promise<void> {
    await this.#writer.calls.drop({ view: name, version, drop: dropOf(name, version) });
  }

  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  async #close(): Promise<void> {
    this.#database.close();
    await this.#writer.close();
  }
}

const openMemory = (clock: () => number): ViewStore => {
  const db = new DatabaseSync(':memory:');
  layTables(db);
  return new SqliteViewStore(new ViewDatabase(db, ':memory:'), localWriter(new ViewWriter(db, 0)), clock);
};

/** Opens a file of views. @throws {UnusableStore} when it is damaged, not ours or newer, or its disk is full; its message says what to do */
export const openSqliteViewStore = async ({
  path,
  clock = Date.now,
  lockTimeoutMs = 5000,
}: SqliteViewStoreOptions): Promise<ViewStore> => {
  if (path === ':memory:') return openMemory(clock);
  makeFolder(dirname(path));
  const writer = await threadWriter({ path, lockTimeoutMs });
  return new SqliteViewStore(new ViewDatabase(connectReader(path), path), writer, clock);
};
