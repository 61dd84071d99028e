import type { StatementSync } from 'node:sqlite';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { Thinned } from './thinning.ts';

/** Prepares a statement, once for each text. */
export type Prepare = (text: string) => StatementSync;

/** What a document was until it was written over or deleted. */
export interface Ended {
  /** The mark it came with. */
  readonly since: number;
  /** As JSON. */
  readonly document: string;
}

/**
 * What documents of a view were before they changed, for the marks that show them so: those that came with one mark
 * (`since`) and ended with another (`until`) lie together, compressed.
 */
export class EndedDocuments {
  readonly #prepare: Prepare;
  readonly #name: string;

  constructor(prepare: Prepare, name: string) {
    [this.#prepare, this.#name] = [prepare, name];
  }

  get bytes(): number {
    const sum = 'SELECT sum(octet_length(documents)) AS bytes FROM ended WHERE name = ?';
    return Number(this.#prepare(sum).get(this.#name)!['bytes'] ?? 0);
  }

  keep(since: number, until: number, ended: readonly Ended[]): void {
    const kept = this.#prepare('INSERT INTO ended (name, since, until, documents) VALUES (?, ?, ?, ?)');
    const documents = `[${ended.map(({ document }) => document).join()}]`;
    kept.run(this.#name, since, until, zstdCompressSync(documents));
  }

  /** Lets go of what a mark alone shows. */
  thin({ mark, before, after }: Thinned): void {
    const only = 'name = ? AND until > ?2 AND until <= ?3 AND since > ?4 AND since <= ?2';
    this.#prepare(`DELETE FROM ended WHERE ${only}`).run(this.#name, mark, after, before);
  }
}

/** Documents that a mark shows and that ended after another mark, each group as one JSON, in a file attached as `base`. */
export const endedAt = (
  prepare: Prepare,
  name: string,
  { mark, after }: { readonly mark: number; readonly after: number },
): readonly string[] =>
  prepare('SELECT documents FROM base.ended WHERE name = ? AND until > ? AND since <= ?')
    .all(name, after, mark)
    .map(({ documents }) => zstdDecompressSync(documents as Uint8Array).toString());
