import { type Lease, type LeaseRequest, LeaseTable, type Position } from '@panshi/event-store';
import { inTransaction, statementsOf } from '@panshi/database/sqlite';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { ParkedDocument } from '../view-store.ts';
import type { Layout } from './layout.ts';
import { buildIndexes } from './indexes.ts';
import type { Name, Row } from './protocol.ts';
import { replaceView } from './replace-view.ts';
import { RowWriter } from './row-writer.ts';

const nameOf = ({ view, version }: Name): string => `${view}@${version}`;

/** The one connection that writes views. Each call is one transaction; arguments and answers are plain data. */
export class ViewWriter {
  readonly #db: DatabaseSync;
  readonly #lockTimeoutMs: number;
  readonly #leases: LeaseTable;
  readonly #rows = new Map<string, RowWriter>();
  readonly #prepare: (text: string) => StatementSync;

  constructor(db: DatabaseSync, lockTimeoutMs: number) {
    this.#db = db;
    this.#prepare = statementsOf(db);
    this.#leases = new LeaseTable(db, 'leases');
    this.#lockTimeoutMs = lockTimeoutMs;
  }

  /** Why the view cannot be opened, or nothing. */
  open(layout: Layout): string | undefined {
    const { view, version, create, index } = layout;
    const tables = JSON.stringify([create, index]);
    return this.#transaction(() => {
      const stored = this.#get('SELECT layout FROM views WHERE view = ? AND version = ?', view, version);
      if (stored)
        return stored['layout'] === tables
          ? undefined
          : `view ${view} was built as version ${version} with other fields or indexes: raise its version`;
      for (const statement of create) this.#db.exec(statement);
      this.#run('INSERT INTO views (view, version, layout) VALUES (?, ?, ?)', view, version, tables);
      return undefined;
    });
  }

  /** Whether it was written; not when the lease is no longer the newest. An empty checkpoint moves nothing. */
  write(layout: Layout, rows: readonly Row[], checkpoint: Position, lease: Lease, witness?: string): boolean {
    const name = nameOf(layout);
    return this.#transaction(() => {
      if (!this.#leases.holds(lease)) return false;
      this.#rowsOf(layout).write(rows);
      this.#run(
        `UPDATE views SET witness = iif(?1 >= coalesce(checkpoint, ''), coalesce(?2, witness), witness),
           checkpoint = nullif(max(coalesce(checkpoint, ''), ?1), '') WHERE view = ?3 AND version = ?4`,
        checkpoint,
        witness ?? null,
        layout.view,
        layout.version,
      );
      this.#run('DELETE FROM tombstones WHERE name = ? AND seen <= ?', name, checkpoint);
      return true;
    });
  }

  index(layout: Layout, lease: Lease): boolean {
    return this.#transaction(() => {
      if (!this.#leases.holds(lease)) return false;
      buildIndexes(this.#db, layout);
      this.#run('UPDATE views SET indexed = 1 WHERE view = ? AND version = ?', layout.view, layout.version);
      return true;
    });
  }

  /** Whether the other view has taken the place of this one; not when either lease is no longer the newest. */
  replace(layout: Layout, other: Layout, itsLease: Lease, lease: Lease): boolean {
    for (const each of [layout, other]) this.#rows.delete(nameOf(each));
    return this.#transaction(() => {
      if (!this.#leases.holds(itsLease) || !this.#leases.holds(lease)) return false;
      replaceView(this.#db, layout, other);
      return true;
    });
  }

  park(view: Name, { id, position, after, error }: ParkedDocument): void {
    this.#transaction(() =>
      this.#run(
        'INSERT OR REPLACE INTO parked VALUES (?, ?, ?, ?, ?)',
        nameOf(view),
        id,
        position,
        after ?? null,
        error,
      ),
    );
  }

  unpark(view: Name, id: string): void {
    this.#transaction(() => this.#run('DELETE FROM parked WHERE name = ? AND id = ?', nameOf(view), id));
  }

  acquire(request: LeaseRequest): Lease | undefined {
    return this.#transaction(() => this.#leases.acquire(request));
  }

  release(lease: Lease): void {
    this.#transaction(() => this.#leases.release(lease));
  }

  drop(layout: Pick<Layout, 'view' | 'version' | 'drop'>): void {
    const { view, version } = layout;
    this.#rows.delete(nameOf(layout));
    this.#transaction(() => {
      for (const statement of layout.drop) this.#db.exec(statement);
      this.#run('DELETE FROM views WHERE view = ? AND version = ?', view, version);
      for (const table of ['tombstones', 'parked']) this.#run(`DELETE FROM ${table} WHERE name = ?`, nameOf(layout));
    });
  }

  close(): void {
    if (this.#db.isOpen) this.#db.close();
  }

  #rowsOf(layout: Layout): RowWriter {
    let rows = this.#rows.get(nameOf(layout));
    if (!rows) this.#rows.set(nameOf(layout), (rows = new RowWriter(this.#db, layout)));
    return rows;
  }

  #get(text: string, ...values: (string | number)[]): Record<string, unknown> | undefined {
    return this.#prepare(text).get(...values);
  }

  #run(text: string, ...values: (string | number | null)[]): void {
    this.#prepare(text).run(...values);
  }

  #transaction<T>(work: () => T): T {
    return inTransaction(this.#db, work, this.#lockTimeoutMs);
  }
}
