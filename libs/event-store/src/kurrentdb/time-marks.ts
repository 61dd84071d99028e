import { jsonEvent, NO_STREAM } from '@kurrent/kurrentdb-client';
import type { Instant } from '@panshi/kernel';
import type { Position } from '../port.ts';
import type { StoreParts } from './store-parts.ts';

/** An event's place and time. */
export type Mark = Readonly<{ position: Position; recordedAt: Instant }>;

type MarkParts = Pick<StoreParts, 'client' | 'answers' | 'pages' | 'names'>;

const everyEvents = 1000;
const freshMs = 10_000;
const pageMarks = 1000;

/**
 * A stream of marks, one in about a thousand events: the server's log can be read from a record on, but not searched by
 * time. It is read once and then followed now and then, for a mark that is missed costs no more than a longer walk.
 */
export class TimeMarks {
  readonly #parts: MarkParts;
  /** The stream as far as it was read: its revisions are the indices. */
  readonly #marks: Mark[] = [];
  #readAt = -Infinity;
  #since = 0;
  #writing: Promise<void> | undefined;

  constructor(parts: MarkParts) {
    this.#parts = parts;
  }

  /** Counts events appended, the last of them at the mark; keeps the mark now and then, in the background. */
  note(mark: Mark, events: number): void {
    this.#since += events;
    if (this.#since < everyEvents || this.#writing !== undefined) return;
    this.#since = 0;
    // A mark that was not kept costs a longer walk, so nobody hears of it.
    this.#writing = this.#keep(mark)
      .catch(() => undefined)
      .finally(() => (this.#writing = undefined));
  }

  /** Resolves once no mark is being written. */
  async settled(): Promise<void> {
    await this.#writing;
  }

  /** The newest mark known at or before the moment. */
  async before(moment: Instant): Promise<Mark | undefined> {
    if (performance.now() - this.#readAt > freshMs) await this.#read();
    let [from, to] = [0, this.#marks.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (this.#marks[middle]!.recordedAt <= moment) from = middle + 1;
      else to = middle;
    }
    return this.#marks[from - 1];
  }

  /** Of several processes one keeps its mark; the stream never goes back. */
  async #keep(mark: Mark): Promise<void> {
    await this.#read();
    const last = this.#marks.at(-1);
    if (last !== undefined && (last.position >= mark.position || last.recordedAt > mark.recordedAt)) return;
    const { answers, client, names } = this.#parts;
    const streamState = last === undefined ? NO_STREAM : BigInt(this.#marks.length - 1);
    const event = jsonEvent({ type: 'time-mark', data: mark });
    await answers.to(() => client.appendToStream(names.marks, event, { streamState, requiresLeader: true }));
  }

  async #read(): Promise<void> {
    const stream = this.#parts.names.marks;
    for (;;) {
      const fromRevision = BigInt(this.#marks.length);
      const asked = { fromRevision, maxCount: pageMarks, requiresLeader: true } as const;
      const page = await this.#parts.pages.page((client) => client.readStream(stream, asked));
      for (const { event } of page)
        if (Number(event!.revision) === this.#marks.length) this.#marks.push(event!.data as Mark);
      if (page.length < pageMarks) break;
    }
    this.#readAt = performance.now();
  }
}
