import { firstAfter, type Position } from '@panshi/event-store';
import type { LiveEntry } from './live-entry.ts';

/** Entries kept for whoever joins, or was slow for a moment. */
const capacity = 4096;

/** The newest entries of the log, kept once for all clients: each holds no more than its place in them. */
export class Recent {
  readonly #capacity: number;
  #entries: LiveEntry[] = [];
  #from: Position;
  #at: Position;

  /** @param from where the log is now: what comes after is kept */
  constructor(from: Position, kept = capacity) {
    this.#from = this.#at = from;
    this.#capacity = kept;
  }

  /** How far the log was looked at. */
  get at(): Position {
    return this.#at;
  }

  /** Passes over positions of which nobody hears. */
  pass(position: Position): void {
    this.#at = position;
  }

  push(entry: LiveEntry): void {
    this.#entries.push(entry);
    this.#at = entry.position;
    if (this.#entries.length < 2 * this.#capacity) return;
    this.#from = this.#entries[this.#capacity - 1]!.position;
    this.#entries = this.#entries.slice(this.#capacity);
  }

  /** The first entries after a position; undefined where it lies further back than entries are kept. */
  after(position: Position, most: number): readonly LiveEntry[] | undefined {
    if (position < this.#from) return undefined;
    const first = firstAfter(this.#entries, position);
    return this.#entries.slice(first, first + most);
  }
}
