import { BACKWARDS, END, jsonEvent, type KurrentDBClient, NO_STREAM } from '@kurrent/kurrentdb-client';
import type { Instant } from '@panshi/kernel';
import type { Position } from '../port.ts';
import type { Names } from './names.ts';
import type { Pages } from './pages.ts';

/** An event's place and time. */
export type Mark = Readonly<{ position: Position; recordedAt: Instant }>;

interface Kept {
  readonly mark: Mark;
  readonly revision: bigint;
}

const everyEvents = 1000;

/**
 * A stream of marks, one in about a thousand events, in which a moment is found by bisecting: the server's log can be
 * read from a record on, but not searched by time.
 */
export class TimeMarks {
  readonly #client: KurrentDBClient;
  readonly #pages: Pages;
  readonly #names: Names;
  #since = 0;
  #writing: Promise<void> | undefined;

  constructor(client: KurrentDBClient, pages: Pages, names: Names) {
    this.#client = client;
    this.#pages = pages;
    this.#names = names;
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

  /** The newest mark at or before the moment. */
  async before(moment: Instant): Promise<Mark | undefined> {
    const last = await this.#read(END);
    if (last === undefined || last.mark.recordedAt <= moment) return last?.mark;
    let [found, from, to]: [Mark | undefined, bigint, bigint] = [undefined, 0n, last.revision - 1n];
    while (from <= to) {
      const middle = (from + to) / 2n;
      const { mark } = (await this.#read(middle))!;
      if (mark.recordedAt <= moment) [found, from] = [mark, middle + 1n];
      else to = middle - 1n;
    }
    return found;
  }

  /** Of several processes one keeps its mark; the stream never goes back. */
  async #keep(mark: Mark): Promise<void> {
    const last = await this.#read(END);
    if (last !== undefined && (last.mark.position >= mark.position || last.mark.recordedAt > mark.recordedAt)) return;
    const options = { streamState: last?.revision ?? NO_STREAM, requiresLeader: true } as const;
    await this.#client.appendToStream(this.#names.marks, jsonEvent({ type: 'time-mark', data: mark }), options);
  }

  async #read(fromRevision: bigint | typeof END): Promise<Kept | undefined> {
    const asked = { direction: BACKWARDS, fromRevision, maxCount: 1, requiresLeader: true } as const;
    const [kept] = await this.#pages.page((client) => client.readStream(this.#names.marks, asked));
    return kept && { mark: kept.event!.data as Mark, revision: kept.event!.revision };
  }
}
