import {
  BACKWARDS,
  END,
  FORWARDS,
  type ReadRevision,
  type RecordedEvent as Record,
  START,
} from '@kurrent/kurrentdb-client';
import { readMatcher } from '../read-matcher.ts';
import type { Position, ReadAllOptions, ReadStreamOptions, RecordedEvent } from '../port.ts';
import { ordinalOf } from '../position.ts';
import type { LogClock } from './log-clock.ts';
import type { Names } from './names.ts';
import { origin, serverPositionOf, positionOfRecord } from './server-positions.ts';
import type { Pages } from './pages.ts';
import { eventOfRecord } from './event-of-record.ts';
import { splitFilter } from './split-filter.ts';

const pageEvents = 512;

/** Reads events, page by page and from the leader: a page holds what was acknowledged before it was asked for. */
export class LogReader {
  readonly #pages: Pages;
  readonly #names: Names;
  readonly #clock: LogClock;

  constructor(pages: Pages, names: Names, clock: LogClock) {
    this.#pages = pages;
    this.#names = names;
    this.#clock = clock;
  }

  async *stream(stream: string, options: ReadStreamOptions = {}): AsyncGenerator<RecordedEvent> {
    const { from = 0, to = Number.MAX_SAFE_INTEGER, direction = FORWARDS } = options;
    const step = direction === FORWARDS ? 1 : -1;
    let next = direction === FORWARDS ? from : to;
    for (let left = options.limit ?? Number.MAX_SAFE_INTEGER; left > 0 && next >= 0;) {
      const maxCount = Math.min(left, pageEvents);
      const fromRevision: ReadRevision = next === 0 ? START : next === Number.MAX_SAFE_INTEGER ? END : BigInt(next);
      const asked = { direction, fromRevision, maxCount, requiresLeader: true };
      const page = await this.#pages.page((client) => client.readStream(this.#names.of(stream), asked));
      for (const event of page.map((resolved) => this.recorded(resolved.event!))) {
        if (event.version < from || event.version > to) return;
        yield event;
        next = event.version + step;
      }
      if (page.length < maxCount) return;
      left -= page.length;
    }
  }

  /** The events between two versions, both included. */
  async range(stream: string, from: number, to: number): Promise<readonly RecordedEvent[]> {
    const events: RecordedEvent[] = [];
    for await (const event of this.stream(stream, { from, to, limit: to - from + 1 })) events.push(event);
    return events;
  }

  /** What the filter lets pass, up to a place given or to where the log ended when reading began. */
  async *all({ after = origin, upTo, limit, ...filter }: ReadAllOptions): AsyncGenerator<RecordedEvent> {
    const split = splitFilter(this.#names, filter);
    const passes = readMatcher(filter);
    let from = serverPositionOf(after);
    let at = after;
    const end = upTo ?? (await this.head());
    ordinalOf(end);
    for (let left = limit ?? Number.MAX_SAFE_INTEGER; left > 0 && at < end;) {
      // The server begins with the record at the place itself.
      const maxCount = Math.min(left + 1, pageEvents);
      const asked = { fromPosition: from, maxCount, filter: split.server(), requiresLeader: true };
      const page = await this.#pages.page((client) => client.readAll(asked));
      for (const { event } of page) {
        const position = positionOfRecord(event!.position);
        if (position > end || left === 0) return;
        if (position <= at) continue;
        at = position;
        if (!split.passes(event!.streamId, event!.type)) continue;
        const found = this.recorded(event!);
        if (!passes(found)) continue;
        yield found;
        left--;
      }
      if (page.length < maxCount) return;
      from = serverPositionOf(at);
    }
  }

  async head(): Promise<Position> {
    return (await this.last())?.position ?? origin;
  }

  /** The last event of the log. */
  async last(): Promise<RecordedEvent | undefined> {
    const filter = splitFilter(this.#names, {}).server();
    const asked = { direction: BACKWARDS, fromPosition: END, maxCount: 1, filter, requiresLeader: true } as const;
    const [last] = await this.#pages.page((client) => client.readAll(asked));
    return last && this.recorded(last.event!);
  }

  /** @throws {UnusableStore} when another wrote it */
  recorded(record: Record): RecordedEvent {
    const event = eventOfRecord(record);
    this.#clock.see(event.recordedAt);
    return event;
  }
}
