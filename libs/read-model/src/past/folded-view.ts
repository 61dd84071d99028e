import type { LogReading, Position } from '@panshi/event-store';
import { DatabaseSync } from 'node:sqlite';
import { inChunks } from '../projector/in-chunks.ts';
import { ViewFold } from '../projector/view-fold.ts';
import { createText, type Layout } from '../sqlite/layout.ts';
import { SqliteViewReader } from '../sqlite/sqlite-view-reader.ts';
import { ViewDatabase } from '../sqlite/view-database.ts';
import { termsOf } from '../terms.ts';
import type { ViewDocument } from '../view.ts';
import type { ViewReader } from '../view-reader.ts';
import type { SeenDocument, ViewTable } from '../view-store.ts';
import { teachUnpacking, unpacked } from './packing.ts';
import { parkingOf } from './parking-of.ts';
import { nameOf, open } from './snapshot-schema.ts';
import type { Mark } from './thinning.ts';
import type { ViewSnapshots } from './view-snapshots.ts';

/** Documents kept in memory at most while folding. */
const documentsKept = 20_000;

/** Above every row of the snapshots. */
const firstRow = 2 ** 40;

/**
 * One view as of one position: the documents of the nearest snapshot, and over them those that changed since, folded
 * into a database of its own that ends with it.
 */
export class FoldedView {
  readonly position: Position;
  /** Documents that were folded: what it holds of memory. */
  documents = 0;
  readonly #snapshots: ViewSnapshots;
  readonly #mark: Mark | undefined;
  readonly #db = new DatabaseSync('');
  readonly #reader: ViewReader<ViewDocument>;

  static async fold(
    snapshots: ViewSnapshots,
    position: Position,
    log: LogReading,
    signal: AbortSignal,
  ): Promise<FoldedView> {
    for (;;) {
      const folded = new FoldedView(snapshots, position);
      try {
        await folded.#fold(log, signal);
        // Else what it stands on was let go of meanwhile.
        if (folded.#stands()) return folded;
        folded.close();
      } catch (error) {
        folded.close();
        throw error;
      }
    }
  }

  private constructor(snapshots: ViewSnapshots, position: Position) {
    this.#snapshots = snapshots;
    this.position = position;
    this.#mark = snapshots.nearest(position);
    teachUnpacking(this.#db);
    this.#db.prepare('ATTACH ? AS base').run(snapshots.path);
    for (const statement of overlay(snapshots.layout, this.#mark)) this.#db.exec(statement);
    const { view, layout } = snapshots;
    const searched = layout.text ? [`base.${layout.text}`, `main.${layout.text}`] : [];
    this.#reader = new SqliteViewReader(
      view,
      { ...layout, searched, counts: undefined },
      new ViewDatabase(this.#db, snapshots.path),
    );
  }

  /** Reads it, in one turn and of one moment; undefined where the snapshot it stands on was let go of. */
  read<T>(ask: (reader: ViewReader<ViewDocument>) => Promise<T>): Promise<T> | undefined {
    this.#db.exec('BEGIN');
    try {
      return this.#stands() ? ask(this.#reader) : undefined;
    } finally {
      this.#db.exec('COMMIT');
    }
  }

  close(): void {
    if (this.#db.isOpen) this.#db.close();
  }

  async #fold(log: LogReading, signal: AbortSignal): Promise<void> {
    const { view } = this.#snapshots;
    const parking = await parkingOf(this.#snapshots, () => undefined);
    const from = this.#mark?.position;
    const table: Pick<ViewTable<ViewDocument>, 'load'> = { load: async (ids) => this.#load(ids) };
    const fold = new ViewFold(view, table, parking, { generation: documentsKept / 2, from });
    const events = log.readAll({ after: from, upTo: this.position, types: view.from });
    for await (const some of inChunks(events)) {
      signal.throwIfAborted();
      await fold.apply(some);
      if (fold.full) this.#write(fold.takeChanged());
    }
    this.#write(fold.takeChanged());
  }

  #load(ids: readonly string[]): ReadonlyMap<string, SeenDocument> {
    const seen = this.#mark?.position ?? '';
    const loaded = new Map<string, SeenDocument>();
    const below = this.#mark ? this.#snapshots.load(ids, this.#mark.mark) : [];
    for (const { id, document } of below) loaded.set(id, { id, seen, document });
    const rows = this.#db.prepare('SELECT id, document FROM changed WHERE id IN (SELECT value FROM json_each(?))');
    for (const { id, document } of rows.all(JSON.stringify(ids)) as { id: string; document: string | null }[])
      loaded.set(id, { id, seen, document: document === null ? undefined : (JSON.parse(document) as ViewDocument) });
    return loaded;
  }

  #write(changed: readonly SeenDocument[]): void {
    const { text } = this.#snapshots.layout;
    const put = this.#db.prepare('INSERT OR REPLACE INTO changed (n, id, document) VALUES (?, ?, ?)');
    const index = text && this.#db.prepare(`INSERT INTO main.${text} (rowid, terms) VALUES (?, ?)`);
    this.#db.exec('BEGIN');
    for (const { id, document } of changed) {
      const n = firstRow + this.documents++;
      put.run(n, id, document === undefined ? null : JSON.stringify(document));
      if (index && document) index.run(n, termsOf(this.#snapshots.view.text!(document)).join(' '));
    }
    this.#db.exec('COMMIT');
  }

  #stands(): boolean {
    if (!this.#mark) return true;
    const kept = this.#db.prepare('SELECT 1 FROM base.marks WHERE name = ? AND mark = ?');
    return kept.get(nameOf(this.#snapshots.layout), this.#mark.mark) !== undefined;
  }
}

/** The table of what changed since a mark, and a view over it and the snapshot, under the name of the view's table. */
const overlay = (layout: Layout, mark: Mark | undefined): readonly string[] => {
  const { table, text, columns, generated } = layout;
  const fields = ['document', 'n', 'id', ...Object.values(columns)].join();
  const changed = `SELECT ${fields} FROM main.changed WHERE document IS NOT NULL`;
  const asOf = (until: string): string => `SELECT ${unpacked(layout)} AS ${fields} FROM base.${table} AS below
    WHERE ${until} AND since <= ${mark?.mark} AND NOT EXISTS (SELECT 1 FROM main.changed WHERE changed.id = below.id)`;
  const below = [asOf(`until = ${open}`), asOf(`until > ${mark?.mark} AND until < ${open}`)];
  return [
    `CREATE TABLE main.changed (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, document TEXT
      ${generated.map((column) => `, ${column} VIRTUAL`).join('')})`,
    ...(text ? [createText(`main.${text}`)] : []),
    `CREATE TEMP VIEW ${table} AS ${[...(mark ? below : []), changed].join(' UNION ALL ')}`,
  ];
};
