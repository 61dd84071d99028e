import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Layout } from './layout.ts';
import type { Row } from './protocol.ts';

/** Puts documents into one view's table, each only where what is stored has seen less. In the caller's transaction. */
export class RowWriter {
  readonly #name: string;
  readonly #upsert: StatementSync;
  readonly #delete: StatementSync;
  readonly #anyTombstone: StatementSync;
  readonly #tombstone: StatementSync;
  readonly #bury: StatementSync;
  readonly #exhume: StatementSync;
  readonly #forgetText: StatementSync | undefined;
  readonly #indexText: StatementSync | undefined;

  constructor(db: DatabaseSync, { view, version, table, text }: Layout) {
    this.#name = `${view}@${version}`;
    this.#upsert = db.prepare(`
      INSERT INTO ${table} (id, seen, document) VALUES (?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET seen = excluded.seen, document = excluded.document WHERE excluded.seen > seen
      RETURNING n`);
    this.#delete = db.prepare(`DELETE FROM ${table} WHERE id = ? AND seen < ? RETURNING n`);
    this.#anyTombstone = db.prepare('SELECT 1 FROM tombstones WHERE name = ? LIMIT 1');
    this.#tombstone = db.prepare('SELECT 1 FROM tombstones WHERE name = ? AND id = ? AND seen >= ?');
    this.#bury = db.prepare(`
      INSERT INTO tombstones VALUES (?, ?, ?)
      ON CONFLICT (name, id) DO UPDATE SET seen = max(seen, excluded.seen)`);
    this.#exhume = db.prepare('DELETE FROM tombstones WHERE name = ? AND id = ?');
    this.#forgetText = text ? db.prepare(`DELETE FROM ${text} WHERE rowid = ?`) : undefined;
    this.#indexText = text ? db.prepare(`INSERT INTO ${text} (rowid, terms) VALUES (?, ?)`) : undefined;
  }

  write(rows: readonly Row[]): void {
    const tombstones = this.#anyTombstone.get(this.#name) !== undefined;
    for (const row of rows) {
      const [id, seen, document] = row;
      if (tombstones && this.#tombstone.get(this.#name, id, seen)) continue;
      if (document === null) this.#remove(id, seen);
      else {
        if (tombstones) this.#exhume.run(this.#name, id);
        this.#put(row as Row & { 2: string });
      }
    }
  }

  #put([id, seen, document, terms]: Row & { 2: string }): void {
    const row = this.#upsert.get(id, seen, document);
    if (!row || !this.#indexText) return;
    this.#forgetText!.run(Number(row['n']));
    if (terms) this.#indexText.run(Number(row['n']), terms);
  }

  #remove(id: string, seen: string): void {
    const row = this.#delete.get(id, seen);
    if (row) this.#forgetText?.run(Number(row['n']));
    this.#bury.run(this.#name, id, seen);
  }
}
