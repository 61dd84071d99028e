import type { Position } from '@panshi/event-store';
import { inTransaction, statementsOf } from '@panshi/database/sqlite';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { dropOf, type Layout, layoutOf } from '../sqlite/layout.ts';
import { termsOf } from '../terms.ts';
import type { ViewDefinition, ViewDocument } from '../view.ts';
import type { ParkedDocument, SeenDocument } from '../view-store.ts';
import { packed, unpacked } from './packing.ts';
import { nameOf, open, viewTables } from './snapshot-schema.ts';
import { type Density, type Mark, thin } from './thinning.ts';

/** Another process has kept snapshots in the same file meanwhile. */
export class Overtaken extends Error {
  override readonly name = 'Overtaken';
}

/** How much may be kept of what has changed since, as a part of what is there now. */
const mostEnded = 0.5;

export const usualDensity: Density = { least: 1000, parts: 32 };

export const dropView = (db: DatabaseSync, name: string): void => {
  const [view, version] = name.split('@') as [string, string];
  inTransaction(db, () => {
    for (const statement of dropOf(view, Number(version))) db.exec(statement);
    for (const table of ['views', 'marks', 'parked']) db.prepare(`DELETE FROM ${table} WHERE name = ?`).run(name);
  });
};

/** What a mark adds: the documents that changed since the last one, and how far the log was folded. */
export interface Marked {
  readonly position: Position;
  readonly events: number;
  readonly changed: readonly SeenDocument[];
  readonly witness: string | undefined;
}

/** The snapshots of one view: its documents at marked positions of the log, each stored once for as long as it stayed. */
export class ViewSnapshots {
  readonly view: ViewDefinition;
  readonly path: string;
  readonly layout: Layout;
  readonly #db: DatabaseSync;
  readonly #name: string;
  readonly #prepare: (text: string) => StatementSync;

  constructor(db: DatabaseSync, path: string, view: ViewDefinition) {
    this.view = view;
    this.path = path;
    this.layout = layoutOf(view);
    this.#db = db;
    this.#prepare = statementsOf(db);
    this.#name = nameOf(this.layout);
    const tables = JSON.stringify(viewTables(this.layout));
    const stored = db.prepare('SELECT layout FROM views WHERE name = ?').get(this.#name);
    // What is parked here waits for a fix, which comes with a new start.
    if (stored && (stored['layout'] !== tables || this.parked().length > 0)) this.drop();
    else if (!stored) this.#create(tables);
  }

  /** Begins anew, as where the log was replaced. */
  drop(): void {
    dropView(this.#db, this.#name);
    this.#create(JSON.stringify(viewTables(this.layout)));
  }

  marks(): readonly Mark[] {
    const rows = this.#prepare('SELECT mark, position, events FROM marks WHERE name = ? ORDER BY mark');
    return rows.all(this.#name) as unknown as readonly Mark[];
  }

  /** The last mark at or before a position; the last of all unless told. */
  nearest(position = ''): Mark | undefined {
    const before = this.#prepare(
      `SELECT mark, position, events FROM marks WHERE name = ?1 AND (position <= ?2 OR ?2 = '') ORDER BY mark DESC LIMIT 1`,
    );
    return before.get(this.#name, position) as unknown as Mark | undefined;
  }

  witness(): string | undefined {
    const row = this.#prepare('SELECT witness FROM views WHERE name = ?').get(this.#name);
    return (row?.['witness'] as string | null) ?? undefined;
  }

  /** Documents as of a mark; as of the last one unless told. */
  load(ids: readonly string[], mark = open - 1): readonly { readonly id: string; readonly document: ViewDocument }[] {
    const rows = this.#prepare(
      `SELECT id, ${unpacked(this.layout)} AS document FROM ${this.layout.table}
        WHERE id IN (SELECT value FROM json_each(?1)) AND until > ?2 AND since <= ?2`,
    );
    return rows
      .all(JSON.stringify(ids), mark)
      .map(({ id, document }) => ({ id: String(id), document: JSON.parse(String(document)) as ViewDocument }));
  }

  /** Adds a mark, all of it or nothing, and lets go of those that it makes needless. @throws {Overtaken} */
  add({ position, events, changed, witness }: Marked, since: Mark | undefined, density: Density): Mark {
    return inTransaction(this.#db, () => {
      if (this.nearest()?.mark !== since?.mark) throw new Overtaken(this.#name);
      const mark = { mark: (since?.mark ?? 0) + 1, position, events };
      for (const document of changed) this.#put(document, mark.mark);
      const added = this.#prepare('INSERT INTO marks (name, mark, position, events) VALUES (?, ?, ?, ?)');
      added.run(this.#name, mark.mark, position, events);
      this.#prepare('UPDATE views SET witness = coalesce(?, witness) WHERE name = ?').run(witness ?? null, this.#name);
      this.#thin(density);
      return mark;
    });
  }

  /** Says that nothing has changed up to a position. */
  move({ mark }: Mark, position: Position): void {
    const moved = `UPDATE marks SET position = ?3 WHERE name = ?1 AND mark = ?2
      AND mark = (SELECT max(mark) FROM marks WHERE name = ?1)`;
    this.#prepare(moved).run(this.#name, mark, position);
  }

  /** Lets go of marks, first of the newer, until what they keep is small beside what is there now. */
  fit({ least, parts }: Density): void {
    const all = this.nearest()?.events ?? 0;
    while (parts >= 1 && this.#ended() > mostEnded) {
      // As far apart as the oldest, the newer ones are of no more use; only then do all go further apart.
      if (least < all / parts) least *= 2;
      else parts *= 0.75;
      inTransaction(this.#db, () => this.#thin({ least, parts }));
    }
    this.#db.exec('PRAGMA incremental_vacuum; PRAGMA analysis_limit = 1000');
    this.#db.exec(`ANALYZE ${this.layout.table}`);
  }

  park({ id, position }: Pick<ParkedDocument, 'id' | 'position'>): void {
    this.#prepare('INSERT OR REPLACE INTO parked VALUES (?, ?, ?)').run(this.#name, id, position);
  }

  parked(): readonly ParkedDocument[] {
    const rows = this.#prepare('SELECT id, position FROM parked WHERE name = ?').all(this.#name);
    const view = this.view.name;
    return rows.map((row) => ({
      view,
      id: String(row['id']),
      position: String(row['position']),
      after: undefined,
      error: '',
    }));
  }

  #create(tables: string): void {
    inTransaction(this.#db, () => {
      for (const statement of JSON.parse(tables) as string[]) this.#db.exec(statement);
      this.#prepare('INSERT INTO views (name, layout) VALUES (?, ?)').run(this.#name, tables);
    });
  }

  #put({ id, document }: SeenDocument, mark: number): void {
    const { table, text } = this.layout;
    this.#prepare(`UPDATE ${table} SET until = ? WHERE id = ? AND until = ${open}`).run(mark, id);
    if (document === undefined) return;
    const { lastInsertRowid: n } = this.#prepare(
      `INSERT INTO ${table} (id, since, until, document) VALUES (?, ?, ${open}, ?)`,
    ).run(id, mark, packed(this.layout, document));
    if (!text) return;
    const terms = termsOf(this.view.text!(document)).join(' ');
    this.#prepare(`INSERT INTO ${text} (rowid, terms) VALUES (?, ?)`).run(n, terms);
  }

  #thin(density: Density): void {
    const { table, text } = this.layout;
    for (const { mark, before, after } of thin(this.marks(), density)) {
      const only = 'until > ?2 AND until <= ?3 AND since > ?1 AND since <= ?2';
      if (text)
        this.#prepare(`DELETE FROM ${text} WHERE rowid IN (SELECT n FROM ${table} WHERE ${only})`).run(
          before,
          mark,
          after,
        );
      this.#prepare(`DELETE FROM ${table} WHERE ${only} AND until < ${open}`).run(before, mark, after);
      this.#prepare('DELETE FROM marks WHERE name = ? AND mark = ?').run(this.#name, mark);
    }
  }

  /** What is kept of documents that have changed since, as a part of what is there now. */
  #ended(): number {
    const bytes = `SELECT sum(iif(until < ${open}, octet_length(document), 0)) AS ended,
      sum(iif(until < ${open}, 0, octet_length(document))) AS there FROM ${this.layout.table}`;
    const { ended, there } = this.#prepare(bytes).get() as { ended: number | null; there: number | null };
    return (ended ?? 0) / Math.max(1, there ?? 0);
  }
}
