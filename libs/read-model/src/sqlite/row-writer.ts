import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { givenDocument, type Layout } from './layout.ts';
import type { Row } from './protocol.ts';

/** Puts documents into one view's table, each only where what is stored has seen less. In the caller's transaction. */
export class RowWriter {
  readonly #name: string;
  readonly #db: DatabaseSync;
  readonly #table: string;
  /** Columns of fields, as what the document to be written has them set to. */
  readonly #settings: readonly string[];
  readonly #find: StatementSync;
  readonly #insert: StatementSync;
  /** By the columns that they change. */
  readonly #updates = new Map<string, StatementSync>();
  readonly #delete: StatementSync;
  readonly #anyTombstone: StatementSync;
  readonly #tombstone: StatementSync;
  readonly #addTombstone: StatementSync;
  readonly #dropTombstone: StatementSync;
  readonly #forgetText: StatementSync | undefined;
  readonly #indexText: StatementSync | undefined;

  constructor(db: DatabaseSync, { view, version, table, text, columns, values }: Layout) {
    this.#name = `${view}@${version}`;
    this.#db = db;
    this.#table = table;
    const names = Object.values(columns);
    this.#settings = names.map((name, i) => `${name} = ${values[i]}`);
    const isOther = names.map((name, i) => `${name} IS NOT ${values[i]}`);
    this.#find = db.prepare(`SELECT ${['n', 'seen < ?2', ...isOther].join()} FROM ${table} WHERE id = ?1`);
    this.#find.setReturnArrays(true);
    const [fields, given] = [names, values].map((more) => more.map((each) => `, ${each}`).join(''));
    this.#insert = db.prepare(
      `INSERT INTO ${table} (id, seen, document${fields}) VALUES (?1, ?2, ${givenDocument}${given})`,
    );
    this.#delete = db.prepare(`DELETE FROM ${table} WHERE id = ? AND seen < ? RETURNING n`);
    this.#anyTombstone = db.prepare('SELECT 1 FROM tombstones WHERE name = ? LIMIT 1');
    this.#tombstone = db.prepare('SELECT 1 FROM tombstones WHERE name = ? AND id = ? AND seen >= ?');
    this.#addTombstone = db.prepare(`
      INSERT INTO tombstones VALUES (?, ?, ?)
      ON CONFLICT (name, id) DO UPDATE SET seen = max(seen, excluded.seen)`);
    this.#dropTombstone = db.prepare('DELETE FROM tombstones WHERE name = ? AND id = ?');
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
        if (tombstones) this.#dropTombstone.run(this.#name, id);
        this.#put(row as Row & { 2: string });
      }
    }
  }

  #put([id, seen, document, terms]: Row & { 2: string }): void {
    const n = this.#store(id, seen, document);
    if (n === undefined || !this.#indexText) return;
    this.#forgetText!.run(n);
    if (terms) this.#indexText.run(n, terms);
  }

  /** The number of the row it is in; undefined where what is stored has seen as much. */
  #store(id: string, seen: string, document: string): number | undefined {
    const compared = this.#settings.length > 0 ? [document] : [];
    const found = this.#find.get(id, seen, ...compared) as unknown as readonly number[] | undefined;
    if (!found) return Number(this.#insert.run(id, seen, document).lastInsertRowid);
    const [n, isOlder, ...isOther] = found;
    if (!isOlder) return undefined;
    this.#update(isOther).run(n!, seen, document);
    return n;
  }

  /** Sets no column but those that change, so that no index of the others is written. */
  #update(isOther: readonly number[]): StatementSync {
    const key = isOther.join('');
    let update = this.#updates.get(key);
    if (!update) {
      const others = this.#settings.filter((_, i) => isOther[i]);
      const settings = ['seen = ?2', `document = ${givenDocument}`, ...others].join();
      this.#updates.set(key, (update = this.#db.prepare(`UPDATE ${this.#table} SET ${settings} WHERE n = ?1`)));
    }
    return update;
  }

  #remove(id: string, seen: string): void {
    const row = this.#delete.get(id, seen);
    if (row) this.#forgetText?.run(Number(row['n']));
    this.#addTombstone.run(this.#name, id, seen);
  }
}
