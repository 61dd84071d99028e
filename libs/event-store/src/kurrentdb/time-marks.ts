import { jsonEvent } from '@kurrent/kurrentdb-client';
import type { Instant } from '@panshi/kernel';
import type { Position } from '../port.ts';
import type { Names } from './names.ts';
import type { ServerStreams } from './server-streams.ts';

/** An event's place and time. */
export type Mark = Readonly<{ position: Position; recordedAt: Instant }>;

const everyEvents = 1000;
const freshMs = 10_000;
const pageMarks = 1000;

/**
 * A stream of marks, one in about a thousand events: the server's log can be read from a record on, but not searched by
 * time. It is read once and then followed now and then, for a mark that is missed costs no more than a longer walk.
 */
export class TimeMarks {
  readonly #streams: ServerStreams;
  readonly #stream: string;
  /** The stream as far as it was read: its revisions are the indices. */
  readonly #marks: Mark[] = [];
  #readAt = -Infinity;
  #since = 0;
  #writing: Promise<void> | undefined;

  constructor(streams: ServerStreams, names: Names) {
    this.#streams = streams;
    this.#stream = names.marks;
  }

  /** Counts events appended, the last of them at the mark; keeps the mark now and then, in the background. */
  note(mark: Mark, events: number): void {
    this.#since += events;
    if (this.#since < everyEvents || this.#writing !== undefined) return;
    this.#since = 0;
    // A mark that was not kept costs a longer walk, so a failure is not reported.
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
    const event = jsonEvent({ type: 'time-mark', data: mark });
    await this.#streams.append(this.#stream, last && BigInt(this.#marks.length - 1), () => event);
  }

  async #read(): Promise<void> {
    for (;;) {
      const fromRevision = BigInt(this.#marks.length);
      const page = await this.#streams.read(this.#stream, { fromRevision, maxCount: pageMarks });
      for (const { revision, data } of page)
        if (Number(revision) === this.#marks.length) this.#marks.push(data as Mark);
      if (page.length < pageMarks) break;
    }
    this.#readAt = performance.now();
  }
}
