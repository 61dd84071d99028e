import type { Position } from '@panshi/event-store';
import { inTransaction, statementsOf } from '@panshi/database/sqlite';
import type { DatabaseSync } from 'node:sqlite';
import { dropOf, type Layout, layoutOf } from '../sqlite/layout.ts';
import type { ViewDefinition } from '../view.ts';
import type { ParkedDocument, SeenDocument } from '../view-store.ts';
import { DocumentTable } from './document-table.ts';
import { EndedDocuments, type Prepare } from './ended-documents.ts';
import { Marks } from './marks.ts';
import { nameOf, viewIndexes, viewTables } from './snapshot-schema.ts';
import { type Density, type Mark, thin } from './thinning.ts';

/** Another process has kept snapshots in the same file meanwhile. */
export class Overtaken extends Error {
  override readonly name = 'Overtaken';
}

/** How much may be kept of what has changed since, as a part of what is there now. */
const mostEnded = 0.2;

export const usualDensity: Density = { least: 1000, parts: 40 };

export const dropView = (db: DatabaseSync, name: string): void => {
  const [view, version] = name.split('@') as [string, string];
  inTransaction(db, () => {
    for (const statement of dropOf(view, Number(version))) db.exec(statement);
    for (const table of ['views', 'marks', 'ended', 'parked'])
      db.prepare(`DELETE FROM ${table} WHERE name = ?`).run(name);
  });
};

/** What a mark adds: the documents that changed since the last one, those parked, and how far the log was folded. */
export interface Marked {
  readonly position: Position;
  readonly events: number;
  readonly changed: readonly SeenDocument[];
  readonly parked: readonly Pick<ParkedDocument, 'id' | 'position'>[];
  readonly witness: string | undefined;
}

/**
 * The snapshots of one view: its documents as of the last mark, and for each mark before it, what the documents were then
 * that have changed since. What a mark costs does not depend on how much there is.
 */
export class ViewSnapshots {
  readonly view: ViewDefinition;
  readonly path: string;
  readonly layout: Layout;
  readonly name: string;
  readonly #db: DatabaseSync;
  readonly #prepare: Prepare;
  readonly #marks: Marks;
  readonly #documents: DocumentTable;
  readonly #ended: EndedDocuments;

  constructor(db: DatabaseSync, path: string, view: ViewDefinition) {
    this.view = view;
    this.path = path;
    this.layout = layoutOf(view);
    this.name = nameOf(this.layout);
    this.#db = db;
    this.#prepare = statementsOf(db);
    this.#marks = new Marks(this.#prepare, this.name);
    this.#documents = new DocumentTable(this.#prepare, view, this.layout);
    this.#ended = new EndedDocuments(this.#prepare, this.name);
    const stored = db.prepare('SELECT layout FROM views WHERE name = ?').get(this.name);
    // What is parked here waits for a fix, which comes with a new start.
    if (stored && (stored['layout'] !== this.#tables || this.parked().length > 0)) this.drop();
    else if (!stored) this.#create();
  }

  /** Begins anew, as where the log was replaced. */
  drop(): void {
    dropView(this.#db, this.name);
    this.#create();
  }

  marks(): readonly Mark[] {
    return this.#marks.all();
  }

  /** The last mark at or before a position; the last of all unless told. */
  nearest(position?: Position): Mark | undefined {
    return this.#marks.nearest(position);
  }

  witness(): string | undefined {
    const row = this.#prepare('SELECT witness FROM views WHERE name = ?').get(this.name);
    return (row?.['witness'] as string | null) ?? undefined;
  }

  /** Documents as of the last mark. */
  load(ids: readonly string[]): ReturnType<DocumentTable['load']> {
    return this.#documents.load(ids);
  }

  /** Adds a mark, all of it or nothing, and lets go of those that it makes needless. @throws {Overtaken} */
  add({ position, events, changed, parked, witness }: Marked, since: Mark | undefined, density: Density): Mark {
    return inTransaction(this.#db, () => {
      if (this.nearest()?.mark !== since?.mark) throw new Overtaken(this.name);
      const mark = { mark: (since?.mark ?? 0) + 1, position, events };
      const grown = this.#write(changed, mark.mark);
      this.#marks.add(mark);
      const reached = 'UPDATE views SET witness = coalesce(?2, witness), bytes = bytes + ?3 WHERE name = ?1';
      this.#prepare(reached).run(this.name, witness ?? null, grown);
      for (const each of parked)
        this.#prepare('INSERT OR REPLACE INTO parked VALUES (?, ?, ?)').run(this.name, each.id, each.position);
      this.#thin(density);
      return mark;
    });
  }

  /** Says that nothing has changed up to a position. */
  move(mark: Mark, position: Position): void {
    this.#marks.move(mark, position);
  }

  /** Lets go of marks, first of the newer, until what they keep is small beside what is there now. */
  fit({ least, parts }: Density): void {
    const all = this.nearest()?.events ?? 0;
    const there = Number(this.#prepare('SELECT bytes FROM views WHERE name = ?').get(this.name)!['bytes']);
    while (parts >= 1 && this.#ended.bytes > mostEnded * there) {
      // As far apart as the oldest, the newer ones are of no more use; only then do all go further apart.
      if (least < all / parts) least *= 2;
      else parts *= 0.75;
      inTransaction(this.#db, () => this.#thin({ least, parts }));
    }
  }

  /** Makes the indexes, where they are not there yet: until then questions look through all rows. */
  async settle(rest: () => Promise<void>): Promise<void> {
    for (const statement of viewIndexes(this.layout)) {
      this.#db.exec(statement);
      await rest();
    }
    this.#db.exec('PRAGMA incremental_vacuum; PRAGMA analysis_limit = 1000');
    this.#db.exec(`ANALYZE ${this.layout.table}`);
  }

  parked(): readonly ParkedDocument[] {
    const rows = this.#prepare('SELECT id, position FROM parked WHERE name = ?').all(this.name);
    const more = { view: this.view.name, after: undefined, error: '' };
    return rows.map(({ id, position }) => ({ ...more, id: String(id), position: String(position) }));
  }

  get #tables(): string {
    return JSON.stringify([...viewTables(this.layout), ...viewIndexes(this.layout)]);
  }

  #create(): void {
    inTransaction(this.#db, () => {
      for (const statement of viewTables(this.layout)) this.#db.exec(statement);
      this.#prepare('INSERT INTO views (name, layout) VALUES (?, ?)').run(this.name, this.#tables);
    });
  }

  /** Writes what changed, and keeps what that was before for the marks that show it; tells by how many bytes it grew. */
  #write(changed: readonly SeenDocument[], mark: number): number {
    const { replaced, grown } = this.#documents.write(changed, mark);
    const marks = this.marks();
    // What came with a mark that is gone is shown by those from the next one on.
    const shown = Map.groupBy(replaced, ({ since }) => marks.find((each) => each.mark >= since)!.mark);
    for (const [since, some] of shown) this.#ended.keep(since, mark, some);
    return grown;
  }

  #thin(density: Density): void {
    for (const thinned of thin(this.marks(), density)) {
      this.#ended.thin(thinned);
      this.#marks.remove(thinned.mark);
    }
  }
}
