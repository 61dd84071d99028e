import { type LogReading, type Position, UnusableStore } from '@panshi/event-store';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
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

/** Nobody waits for the fold any more. */
export class GivenUp extends Error {
  override readonly name = 'GivenUp';
}

/**
 * One view as of one position: the documents of the nearest snapshot, and over them those that changed since, folded
 * into a database of its own that ends with it. It can be folded on to a later position.
 */
export class FoldedView {
  readonly snapshots: ViewSnapshots;
  /** Documents that were folded: what it holds of memory. */
  documents = 0;
  /** Who has asked for it and may read it again. */
  readers = 0;
  readonly #mark: Mark | undefined;
  readonly #db = new DatabaseSync('');
  readonly #reader: ViewReader<ViewDocument>;
  #position: Position;

  /** @param toBe the position it is going to be folded to */
  constructor(snapshots: ViewSnapshots, toBe: Position) {
    this.snapshots = snapshots;
    this.#mark = snapshots.nearest(toBe);
    this.#position = this.#mark?.position ?? '';
    teachUnpacking(this.#db);
    if (this.#mark) this.#attach();
    for (const statement of overlay(snapshots.layout, this.#mark)) this.#db.exec(statement);
    const { view, layout } = snapshots;
    const searched = (this.#mark ? ['base', 'main'] : ['main']).map((schema) => `${schema}.${layout.text}`);
    this.#reader = new SqliteViewReader(
      view,
      { ...layout, searched: layout.text ? searched : [], counts: undefined },
      new ViewDatabase(this.#db, snapshots.path),
    );
  }

  get position(): Position {
    return this.#position;
  }

  /** Whether the snapshot below it is still kept. */
  get stands(): boolean {
    if (!this.#mark) return true;
    const kept = this.#db.prepare('SELECT 1 FROM base.marks WHERE name = ? AND mark = ?');
    return kept.get(nameOf(this.snapshots.layout), this.#mark.mark) !== undefined;
  }

  /** Reads it, in one turn; undefined where it was folded on meanwhile, or the snapshot it stands on was let go of. */
  read<T>(position: Position, ask: (reader: ViewReader<ViewDocument>) => Promise<T>): Promise<T> | undefined {
    if (position !== this.#position) return undefined;
    this.#db.exec('BEGIN');
    try {
      return this.stands ? ask(this.#reader).catch(withoutWrapping) : undefined;
    } finally {
      this.#db.exec('COMMIT');
    }
  }

  close(): void {
    if (this.#db.isOpen) this.#db.close();
  }

  /** Folds on; where nobody waits any more, it stays as far as it has come. @throws {GivenUp} */
  async foldTo(position: Position, log: LogReading, isAwaited: () => boolean): Promise<void> {
    const { view } = this.snapshots;
    const parking = await parkingOf(this.snapshots, () => undefined);
    const from = this.#position || undefined;
    const table: Pick<ViewTable<ViewDocument>, 'load'> = { load: async (ids) => this.#load(ids, from ?? '') };
    const fold = new ViewFold(view, table, parking, { generation: documentsKept / 2, from });
    const events = log.readAll({ after: from, upTo: position, types: view.from });
    for await (const some of inChunks(events)) {
      if (!isAwaited()) {
        this.#write(fold.takeChanged());
        throw new GivenUp(view.name);
      }
      await fold.apply(some);
      this.#position = some.at(-1)!.position;
      if (fold.full) this.#write(fold.takeChanged());
    }
    this.#write(fold.takeChanged());
    this.#position = position;
  }

  /** Without making a file where it is gone. */
  #attach(): void {
    try {
      this.#db.prepare('ATTACH ? AS base').run(`${pathToFileURL(this.snapshots.path).href}?mode=rw`);
    } catch (error) {
      this.close();
      throw error;
    }
  }

  #load(ids: readonly string[], seen: Position): ReadonlyMap<string, SeenDocument> {
    const loaded = new Map<string, SeenDocument>();
    const below = this.#mark ? this.snapshots.load(ids, this.#mark.mark) : [];
    for (const { id, document } of below) loaded.set(id, { id, seen, document });
    const rows = this.#db.prepare('SELECT id, document FROM changed WHERE id IN (SELECT value FROM json_each(?))');
    for (const { id, document } of rows.all(JSON.stringify(ids)) as { id: string; document: string | null }[])
      loaded.set(id, { id, seen, document: document === null ? undefined : (JSON.parse(document) as ViewDocument) });
    return loaded;
  }

  #write(changed: readonly SeenDocument[]): void {
    const { text } = this.snapshots.layout;
    const put = this.#db.prepare('INSERT OR REPLACE INTO changed (n, id, document) VALUES (?, ?, ?)');
    const index = text && this.#db.prepare(`INSERT INTO main.${text} (rowid, terms) VALUES (?, ?)`);
    this.#db.exec('BEGIN');
    for (const { id, document } of changed) {
      const n = firstRow + this.documents++;
      put.run(n, id, document === undefined ? null : JSON.stringify(document));
      if (index && document) index.run(n, termsOf(this.snapshots.view.text!(document)).join(' '));
    }
    this.#db.exec('COMMIT');
  }
}

/** Damage is told by SQLite's own error. */
const withoutWrapping = (error: unknown): never => {
  throw error instanceof UnusableStore ? error.cause : error;
};

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
