import { pLimit } from '@panshi/async';
import type { EventStore, Position } from '@panshi/event-store';
import { liveEntry, type LiveEntry } from './live-entry.ts';

/** Clients for which the log is read at a time; the others wait in order. */
const maxReaders = 4;
const pageEntries = 256;

interface Stretch {
  /** Exclusive. */
  readonly after: Position;
  /** Inclusive. */
  readonly upTo: Position;
  readonly streamPrefixes: readonly string[];
}

/** Entries of a stretch, and how far it was read. */
interface PastPage {
  readonly entries: readonly LiveEntry[];
  readonly reached: Position;
}

/** What a client missed, read from the log a page at a time: who does not take a page holds up nobody else. */
export class LivePast {
  readonly #readers = pLimit(maxReaders);

  constructor(
    private readonly store: Pick<EventStore, 'readAll'>,
    private readonly limit = pageEntries,
  ) {}

  page(stretch: Stretch): Promise<PastPage> {
    return this.#readers(() => this.#read(stretch));
  }

  async #read(stretch: Stretch): Promise<PastPage> {
    const entries: LiveEntry[] = [];
    for await (const event of this.store.readAll({ ...stretch, limit: this.limit })) entries.push(liveEntry(event));
    const full = entries.length === this.limit;
    return { entries, reached: full ? entries.at(-1)!.position : stretch.upTo };
  }
}
