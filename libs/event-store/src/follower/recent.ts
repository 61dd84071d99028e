import type { Position } from '../port.ts';
import { firstAfter } from './first-after.ts';

/** The newest entries of the log, kept once for all who follow it: each holds no more than its place in them. */
export class Recent<Entry extends { readonly position: Position }> {
  readonly #kept: number;
  #entries: Entry[] = [];
  #from: Position;
  #at: Position;

  /** @param from where the log is now: what comes after is kept @param kept how many at least */
  constructor(from: Position, kept: number) {
    this.#from = this.#at = from;
    this.#kept = kept;
  }

  /** How far the log was looked at. */
  get at(): Position {
    return this.#at;
  }

  /** Moves on over positions whose events are not kept. */
  pass(position: Position): void {
    this.#at = position;
  }

  push(entry: Entry): void {
    this.#entries.push(entry);
    this.#at = entry.position;
    if (this.#entries.length < 2 * this.#kept) return;
    this.#from = this.#entries[this.#kept - 1]!.position;
    this.#entries = this.#entries.slice(this.#kept);
  }

  /** The first entries after a position; undefined where it lies further back than entries are kept. */
  after(position: Position, most: number): readonly Entry[] | undefined {
    if (position < this.#from) return undefined;
    const first = firstAfter(this.#entries, position);
    return this.#entries.slice(first, first + most);
  }
}
