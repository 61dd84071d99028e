import { canonicalJson, ownerHasEnded, type Lease, LeaseLost, type Position } from '@panshi/event-store';
import type { Page } from '@panshi/contracts';
import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';

import { termsOf } from '../terms.ts';
import type { ViewDefinition, ViewDocument } from '../view.ts';
import type { Filter, FindOptions } from '../view-reader.ts';
import type { ParkedDocument, SeenDocument, ViewTable, Witnessed } from '../view-store.ts';
import { type Layout, layoutOf } from './layout.ts';
import type { Row, Writer } from './protocol.ts';
import { sql } from './sql.ts';
import { SqliteViewReader } from './sqlite-view-reader.ts';
import type { ViewDatabase } from './view-database.ts';

const limits = { hashed: 500, slice: 1000 };

/** One view in SQLite: reads on this thread, writes through the writer. */
export class SqliteViewTable<Doc extends ViewDocument> implements ViewTable<Doc> {
  readonly #view: ViewDefinition<Doc>;
  readonly #layout: Layout;
  readonly #reader: SqliteViewReader<Doc>;
  readonly #database: ViewDatabase;
  readonly #writer: Writer;
  readonly #clock: () => number;

  constructor(view: ViewDefinition<Doc>, layout: Layout, database: ViewDatabase, writer: Writer, clock: () => number) {
    this.#view = view;
    this.#layout = layout;
    this.#reader = new SqliteViewReader(view, layout, database);
    this.#database = database;
    this.#writer = writer;
    this.#clock = clock;
  }

  get(id: string): Promise<Doc | undefined> {
    return this.#reader.get(id);
  }

  find(options?: FindOptions): Promise<Page<Doc>> {
    return this.#reader.find(options);
  }

  count(filter?: Filter): Promise<number> {
    return this.#reader.count(filter);
  }

  async load(ids: readonly string[]): Promise<ReadonlyMap<string, SeenDocument<Doc>>> {
    const given = JSON.stringify(ids);
    const tombstones = this.#database.rows<[string, Position]>(
      sql(
        'SELECT id, seen FROM tombstones WHERE name = ? AND id IN (SELECT value FROM json_each(?))',
        this.#name,
        given,
      ),
    );
    const rows = this.#database.rows<[string, Position, string]>(
      sql(`SELECT id, seen, document FROM ${this.#layout.table} WHERE id IN (SELECT value FROM json_each(?))`, given),
    );
    const loaded = new Map<string, SeenDocument<Doc>>();
    for (const [id, seen] of tombstones) loaded.set(id, { id, seen, document: undefined });
    for (const [id, seen, document] of rows) loaded.set(id, { id, seen, document: JSON.parse(document) as Doc });
    return loaded;
  }

  /** Many documents go in slices, the checkpoint with the last, so that neither thread is held up for long. */
  async write(
    documents: readonly SeenDocument<Doc>[],
    checkpoint: Position,
    lease: Lease,
    witness?: string,
  ): Promise<void> {
    const sent: Promise<boolean>[] = [];
    for (let at = 0; at === 0 || at < documents.length; at += limits.slice) {
      if (at > 0) await setImmediate();
      const rows = documents.slice(at, at + limits.slice).map((document) => this.#row(document));
      const last = at + limits.slice >= documents.length;
      sent.push(
        this.#writer.calls.write(this.#layout, rows, last ? checkpoint : '', lease, last ? witness : undefined),
      );
    }
    if ((await Promise.all(sent)).includes(false)) throw this.#lost(lease);
  }

  async index(lease: Lease): Promise<void> {
    if (!(await this.#writer.calls.index(this.#layout, lease))) throw this.#lost(lease);
  }

  async indexed(): Promise<boolean> {
    return this.#state()?.[1] === 1;
  }

  async checkpoint(): Promise<Position | undefined> {
    return this.#state()?.[0] ?? undefined;
  }

  async witnessed(): Promise<Witnessed | undefined> {
    const { view, version } = this.#layout;
    const [stored] = this.#database.rows<[Position, string]>(
      sql(
        `SELECT checkpoint, witness FROM views
          WHERE view = ? AND version = ? AND checkpoint IS NOT NULL AND witness IS NOT NULL`,
        view,
        version,
      ),
    );
    return stored && { checkpoint: stored[0], witness: stored[1] };
  }

  park(parked: ParkedDocument): Promise<void> {
    return this.#writer.calls.park(this.#layout, parked);
  }

  async parked(): Promise<readonly ParkedDocument[]> {
    return this.#database
      .rows<[string, Position, Position | null, string]>(
        sql('SELECT id, position, after, error FROM parked WHERE name = ? ORDER BY position, id', this.#name),
      )
      .map(([id, position, after, error]) => ({
        view: this.#view.name,
        id,
        position,
        after: after ?? undefined,
        error,
      }));
  }

  unpark(id: string): Promise<void> {
    return this.#writer.calls.unpark(this.#layout, id);
  }

  async acquire(owner: string, ttlMs: number): Promise<Lease | undefined> {
    const [now, whole] = [Math.trunc(this.#clock()), Math.trunc(ttlMs)];
    return this.#writer.calls.acquire({ name: this.#name, owner, now, ttlMs: whole });
  }

  release(lease: Lease): Promise<void> {
    return this.#writer.calls.release(lease);
  }

  async keeper(): Promise<string | undefined> {
    const [held] = this.#database.rows<[string]>(
      sql("SELECT owner FROM leases WHERE name = ? AND owner <> '' AND expires_at > ?", this.#name, this.#clock()),
    );
    return held && !ownerHasEnded(held[0]) ? held[0] : undefined;
  }

  async replaceBy(name: string, itsLease: Lease, lease: Lease): Promise<void> {
    const other = layoutOf({ ...this.#view, name });
    if (!(await this.#writer.calls.replace(this.#layout, other, itsLease, lease))) throw this.#lost(lease);
  }

  async hash(): Promise<string> {
    const hash = createHash('sha256');
    for (let after = ''; ;) {
      const rows = this.#database.rows<[string, string]>(
        sql(`SELECT id, document FROM ${this.#layout.table} WHERE id > ? ORDER BY id LIMIT ${limits.hashed}`, after),
      );
      for (const [, document] of rows) hash.update(`${canonicalJson(JSON.parse(document))}\n`);
      if (rows.length < limits.hashed) return hash.digest('hex');
      after = rows.at(-1)![0];
      await setImmediate();
    }
  }

  drop(): Promise<void> {
    return this.#writer.calls.drop(this.#layout);
  }

  #row({ id, seen, document }: SeenDocument<Doc>): Row {
    if (document === undefined) return [id, seen, null, undefined];
    return [id, seen, JSON.stringify(document), this.#view.text && termsOf(this.#view.text(document)).join(' ')];
  }

  get #name(): string {
    return `${this.#layout.view}@${this.#layout.version}`;
  }

  #state(): readonly [Position | null, number] | undefined {
    const { view, version } = this.#layout;
    return this.#database.rows<[Position | null, number]>(
      sql('SELECT checkpoint, indexed FROM views WHERE view = ? AND version = ?', view, version),
    )[0];
  }

  #lost(lease: Lease): LeaseLost {
    return new LeaseLost(`${lease.name} is held by another process now`);
  }
}
