import { firstAfter } from './first-after.ts';
import type { Page, PageRequest, PageSource } from './pages.ts';
import { passing } from './passing.ts';
import type { RecordedEvent } from './port.ts';
import { ordinalOf, toPosition } from './position.ts';

/** What the tail reads from: pages, and the ordinal at which the log ends now. */
export interface TailSource extends PageSource {
  lastOrdinal(): number;
}

const capacity = 2048;

/**
 * The newest events, read and parsed once for all who follow the log in this process: twenty followers would else each
 * query for every append. Of types that nobody here has asked for it reads none: a process of one service of many would
 * else parse what all of them write. What lies further back is read from the log.
 */
export class Tail implements PageSource {
  readonly #source: TailSource;
  /** Of all types, once somebody asked for all. */
  #types: ReadonlySet<string> | undefined = new Set();
  /** All of these types from just after `#first` to `#last`. */
  #events: RecordedEvent[] = [];
  #first: number;
  #last: number;

  constructor(source: TailSource) {
    this.#source = source;
    this.#first = this.#last = source.lastOrdinal();
  }

  page(request: PageRequest): Page {
    const { after, upTo, limit } = request;
    if (!this.#keeps(request) || upTo - this.#last > capacity) this.#beginAt(upTo);
    if (after < this.#first) return this.#source.page(request);
    this.#extend(upTo);
    const passes = passing(request);
    const events: RecordedEvent[] = [];
    const end = toPosition(upTo);
    for (
      let at = firstAfter(this.#events, toPosition(after));
      at < this.#events.length && events.length < limit;
      at++
    ) {
      const event = this.#events[at]!;
      if (event.position > end) break;
      if (passes(event)) events.push(event);
    }
    const full = events.length === limit;
    this.#trim();
    return { events, reached: full ? ordinalOf(events.at(-1)!.position) : upTo };
  }

  /** From now on, where it did not before. */
  #keeps({ types }: PageRequest): boolean {
    const kept = this.#types;
    if (!kept || types?.every((type) => kept.has(type))) return true;
    this.#types = types && new Set([...kept, ...types]);
    return false;
  }

  /** After a leap (an import, a long sleep) what lies between is for nobody to keep. */
  #beginAt(ordinal: number): void {
    this.#events = [];
    this.#first = this.#last = ordinal;
  }

  #extend(upTo: number): void {
    const types = this.#types && [...this.#types];
    while (this.#last < upTo) {
      const { events, reached } = this.#source.page({ after: this.#last, upTo, limit: capacity, types });
      this.#events.push(...events);
      this.#last = reached;
    }
  }

  #trim(): void {
    const surplus = this.#events.length - capacity;
    if (surplus < capacity) return;
    this.#first = ordinalOf(this.#events.splice(0, surplus).at(-1)!.position);
  }
}
