import type { Layout } from '../sqlite/layout.ts';
import { termsOf } from '../terms.ts';
import type { ViewDefinition, ViewDocument } from '../view.ts';
import type { SeenDocument } from '../view-store.ts';
import type { Ended, Prepare } from './ended-documents.ts';
import { packed, unpacked } from './packing.ts';

interface Stored extends Ended {
  readonly n: number;
  readonly bytes: number;
}

/** The documents of a view as of its last mark. */
export class DocumentTable {
  readonly #prepare: Prepare;
  readonly #view: ViewDefinition;
  readonly #layout: Layout;

  constructor(prepare: Prepare, view: ViewDefinition, layout: Layout) {
    [this.#prepare, this.#view, this.#layout] = [prepare, view, layout];
  }

  load(ids: readonly string[]): ReadonlyMap<string, ViewDocument> {
    const { table } = this.#layout;
    const rows = this.#prepare(
      `SELECT id, ${unpacked(this.#layout)} AS document FROM ${table} WHERE id IN (SELECT value FROM json_each(?))`,
    ).all(JSON.stringify(ids));
    return new Map(rows.map(({ id, document }) => [String(id), JSON.parse(String(document)) as ViewDocument]));
  }

  /** Writes what changed up to a mark; tells what was there, and how many bytes it grew by. */
  write(
    changed: readonly SeenDocument[],
    mark: number,
  ): { readonly replaced: readonly Ended[]; readonly grown: number } {
    const replaced: Ended[] = [];
    let grown = 0;
    for (const { id, document } of changed) {
      const before = this.#find(id);
      if (before) replaced.push(before);
      const n = before?.n;
      const stored = document && packed(this.#layout, document);
      grown += (stored ? Buffer.byteLength(stored) : 0) - (before?.bytes ?? 0);
      this.#index(this.#put(n, id, mark, stored), n, document);
    }
    return { replaced, grown };
  }

  #find(id: string): Stored | undefined {
    const { table } = this.#layout;
    const stored = `n, since, ${unpacked(this.#layout)} AS document, octet_length(document) AS bytes`;
    return this.#prepare(`SELECT ${stored} FROM ${table} WHERE id = ?`).get(id) as Stored | undefined;
  }

  /** The row the document is in. */
  #put(n: number | undefined, id: string, mark: number, stored: string | Uint8Array | undefined): number | undefined {
    const { table } = this.#layout;
    if (n === undefined) {
      if (stored === undefined) return undefined;
      const added = this.#prepare(`INSERT INTO ${table} (id, since, document) VALUES (?, ?, ?)`).run(id, mark, stored);
      return Number(added.lastInsertRowid);
    }
    if (stored === undefined) this.#prepare(`DELETE FROM ${table} WHERE n = ?`).run(n);
    else this.#prepare(`UPDATE ${table} SET since = ?, document = ? WHERE n = ?`).run(mark, stored, n);
    return n;
  }

  #index(n: number | undefined, before: number | undefined, document: ViewDocument | undefined): void {
    const { text } = this.#layout;
    if (!text || n === undefined) return;
    if (before !== undefined) this.#prepare(`DELETE FROM ${text} WHERE rowid = ?`).run(before);
    if (!document) return;
    const terms = termsOf(this.#view.text!(document)).join(' ');
    this.#prepare(`INSERT INTO ${text} (rowid, terms) VALUES (?, ?)`).run(n, terms);
  }
}
