import { statementsOf } from '@panshi/database/sqlite';
import type { Position } from '@panshi/event-store';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { SqliteViewReader } from '../sqlite/sqlite-view-reader.ts';
import { ViewDatabase } from '../sqlite/view-database.ts';
import { termsOf } from '../terms.ts';
import type { ViewDocument } from '../view.ts';
import type { ViewReader } from '../view-reader.ts';
import type { SeenDocument } from '../view-store.ts';
import { endedAt, type Prepare } from './ended-documents.ts';
import { firstRow, overlayTables } from './overlay-tables.ts';
import { teachUnpacking, unpacked } from './packing.ts';
import type { Mark } from './thinning.ts';
import type { ViewSnapshots } from './view-snapshots.ts';

interface Row {
  readonly n: number;
  readonly id: string;
  readonly document: string | null;
}

/**
 * A view as of a mark, and what was folded from there on: a database of its own, which ends with it, over the file of
 * snapshots. It holds the documents that were folded, and those that the file now has otherwise than at the mark.
 */
export class Overlay {
  readonly reader: ViewReader<ViewDocument>;
  /** What it holds of memory. */
  documents = 0;
  readonly #snapshots: ViewSnapshots;
  readonly #mark: Mark | undefined;
  readonly #db = new DatabaseSync('');
  readonly #prepare: Prepare = statementsOf(this.#db);
  /** The mark up to which what ended since its own is at hand. */
  #known: number;

  /** @param mark none where all is folded from the beginning of the log */
  constructor(snapshots: ViewSnapshots, mark: Mark | undefined) {
    [this.#snapshots, this.#mark] = [snapshots, mark];
    this.#known = mark?.mark ?? 0;
    teachUnpacking(this.#db);
    if (mark) this.#attach();
    const { view, layout, path } = snapshots;
    for (const statement of overlayTables(layout, mark?.mark)) this.#db.exec(statement);
    const searched = (mark ? ['base', 'main'] : ['main']).map((schema) => `${schema}.${layout.text}`);
    const read = { ...layout, searched: layout.text ? searched : [], counts: undefined };
    this.reader = new SqliteViewReader(view, read, new ViewDatabase(this.#db, path));
  }

  /** Whether its mark is still kept. */
  get stands(): boolean {
    if (!this.#mark) return true;
    const kept = this.#prepare('SELECT 1 FROM base.marks WHERE name = ? AND mark = ?');
    return kept.get(this.#snapshots.name, this.#mark.mark) !== undefined;
  }

  close(): void {
    if (this.#db.isOpen) this.#db.close();
  }

  /** Does what sees the file as it is at one time, with all that ended in it since the mark at hand. */
  asOne<T>(work: () => T): T {
    this.#db.exec('BEGIN');
    try {
      this.#catchUp();
      return work();
    } finally {
      this.#db.exec('COMMIT');
    }
  }

  /** @param seen the position that documents are as of */
  load(ids: readonly string[], seen: Position): ReadonlyMap<string, SeenDocument> {
    const { layout } = this.#snapshots;
    const rows = (document: string, table: string): string =>
      `SELECT id, ${document} AS document FROM ${table} WHERE id IN (SELECT value FROM json_each(?))`;
    const below = `${rows(unpacked(layout), `base.${layout.table}`)} AND since <= ${this.#mark?.mark}`;
    const loaded = new Map<string, SeenDocument>();
    for (const text of [...(this.#mark ? [below] : []), rows('document', 'main.changed')])
      for (const { id, document } of this.#prepare(text).all(JSON.stringify(ids)) as unknown as Row[])
        loaded.set(id, { id, seen, document: document === null ? undefined : (JSON.parse(document) as ViewDocument) });
    return loaded;
  }

  write(changed: readonly SeenDocument[]): void {
    const put = this.#prepare('INSERT OR REPLACE INTO main.changed (n, id, document) VALUES (?, ?, ?)');
    this.#db.exec('BEGIN');
    for (const { id, document } of changed) {
      const n = firstRow + this.documents++;
      put.run(n, id, document === undefined ? null : JSON.stringify(document));
      if (document) this.#index(n, document);
    }
    this.#db.exec('COMMIT');
  }

  /** Without making a file where it is gone. */
  #attach(): void {
    try {
      this.#db.prepare('ATTACH ? AS base').run(`${pathToFileURL(this.#snapshots.path).href}?mode=rw`);
    } catch (error) {
      this.close();
      throw error;
    }
  }

  #catchUp(): void {
    if (!this.#mark) return;
    const { name } = this.#snapshots;
    const newest = Number(this.#prepare('SELECT max(mark) AS mark FROM base.marks WHERE name = ?').get(name)!['mark']);
    if (newest === this.#known) return;
    for (const group of endedAt(this.#prepare, name, { mark: this.#mark.mark, after: this.#known })) this.#take(group);
    this.#known = newest;
  }

  /** Takes over documents, told as one JSON, as they were at the mark. What was folded is later, and stays. */
  #take(group: string): void {
    const first = firstRow + this.documents;
    const { changes } = this.#prepare(
      `INSERT OR IGNORE INTO main.changed (n, id, document) SELECT ? + key, value ->> '_id', value FROM json_each(?)`,
    ).run(first, group);
    if (changes === 0) return;
    this.documents = Number(this.#prepare('SELECT max(n) AS last FROM main.changed').get()!['last']) + 1 - firstRow;
    if (!this.#snapshots.layout.text) return;
    const taken = this.#prepare('SELECT n, document FROM main.changed WHERE n >= ?').all(first) as unknown as Row[];
    for (const { n, document } of taken) this.#index(n, JSON.parse(document!) as ViewDocument);
  }

  #index(n: number, document: ViewDocument): void {
    const { view, layout } = this.#snapshots;
    if (!layout.text) return;
    const terms = termsOf(view.text!(document)).join(' ');
    this.#prepare(`INSERT INTO main.${layout.text} (rowid, terms) VALUES (?, ?)`).run(n, terms);
  }
}
