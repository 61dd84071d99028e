import { ThreadCalls } from '@panshi/database/sqlite';
import { OutcomeUnknown, StoreUnavailable } from '../errors.ts';
import type { ImportedEvent, Position } from '../port.ts';
import { importThrough } from './import.ts';
import type { LoadStep, LogThread, WriteOutcome, WriteRequest, WriterOptions } from './protocol.ts';

/** Bounds on what waits for the writer; beyond them an append is refused at once. */
export interface WriterBounds {
  readonly maxPending: number;
  readonly maxPendingChars: number;
}

/** What writes to the log, in the order asked. */
export interface LogWriting {
  /** @param chars what it holds in memory until it is answered @throws {StoreUnavailable} when too much waits already */
  request(request: WriteRequest, chars?: number): Promise<WriteOutcome>;
  /** @throws {LogNotEmpty} and what the source throws; nothing stays then */
  import(events: AsyncIterable<ImportedEvent> | Iterable<ImportedEvent>): Promise<Position>;
  /** Takes no more requests; resolves once those taken are answered. */
  drain(): Promise<void>;
  close(): Promise<void>;
}

interface Waiting {
  readonly chars: number;
  readonly resolve: (outcome: WriteOutcome) => void;
  readonly reject: (error: Error) => void;
}

// Room for the strings of some groups, so that collecting them is rare.
const resourceLimits = { maxYoungGenerationSizeMb: 32 };

/** Messages that are with the writer at a time. */
const maxSent = 2;

/** The main thread's end of the writer thread: few messages out, each of what gathered, and one back for each. */
export class Writer implements LogWriting {
  readonly #bounds: WriterBounds;
  #thread!: ThreadCalls<LogThread>;
  #requests: WriteRequest[] = [];
  #waiting: Waiting[] = [];
  #sent = 0;
  #pending = 0;
  #pendingChars = 0;
  /** Why it takes no more. */
  #stopped: string | undefined;
  #drained = (): void => {};

  private constructor(bounds: WriterBounds) {
    this.#bounds = bounds;
  }

  static async start(options: WriterOptions, bounds: WriterBounds): Promise<Writer> {
    const writer = new Writer(bounds);
    const ended = (reason: unknown): Error => {
      writer.#stopped ??= `the writer failed: ${reason instanceof Error ? reason.message : reason}`;
      return new OutcomeUnknown(writer.#stopped);
    };
    const module = new URL('./writer-thread', import.meta.url);
    writer.#thread = await ThreadCalls.start(module, options, { failed: ended, ended }, resourceLimits);
    return writer;
  }

  request(request: WriteRequest, chars = 0): Promise<WriteOutcome> {
    if (this.#stopped !== undefined) return Promise.reject(new StoreUnavailable(`the log is closed: ${this.#stopped}`));
    if (this.#pending >= this.#bounds.maxPending || this.#pendingChars + chars > this.#bounds.maxPendingChars) {
      return Promise.reject(new StoreUnavailable(`${this.#pending} writes wait already`));
    }
    this.#pending += 1;
    this.#pendingChars += chars;
    // After the microtasks: whoever was answered together asks together.
    if (this.#requests.length === 0) process.nextTick(() => this.#flush());
    return new Promise((resolve, reject) => {
      this.#requests.push(request);
      this.#waiting.push({ chars, resolve, reject });
    });
  }

  import(events: AsyncIterable<ImportedEvent> | Iterable<ImportedEvent>): Promise<Position> {
    return importThrough((step) => this.#load(step), events);
  }

  async drain(): Promise<void> {
    void this.#flush();
    this.#stopped ??= 'close was called';
    await new Promise<void>((resolve) => {
      this.#drained = resolve;
      this.#settle([]);
    });
  }

  /** Ends the thread. */
  async close(): Promise<void> {
    await this.#thread.close();
  }

  async #load(step: LoadStep): Promise<WriteOutcome> {
    if (this.#stopped !== undefined && step === 'begin') throw new StoreUnavailable('the log is closed');
    this.#pending += 1;
    try {
      return await this.#thread.calls.load(step);
    } finally {
      this.#settle([{ chars: 0 }]);
    }
  }

  /** With one message at work and one waiting the writer is never idle: what comes meanwhile shares the next. */
  async #flush(): Promise<void> {
    if (this.#requests.length === 0 || this.#sent >= maxSent) return;
    const [requests, waiting] = [this.#requests, this.#waiting];
    [this.#requests, this.#waiting] = [[], []];
    this.#sent += 1;
    try {
      const outcomes = await this.#thread.calls.commit(requests);
      this.#settle(waiting);
      for (const [i, { resolve }] of waiting.entries()) resolve(outcomes[i]!);
    } catch (error) {
      this.#settle(waiting);
      for (const { reject } of waiting) reject(error as Error);
    }
    this.#sent -= 1;
    void this.#flush();
  }

  #settle(waiting: readonly Pick<Waiting, 'chars'>[]): void {
    this.#pending -= waiting.length;
    for (const { chars } of waiting) this.#pendingChars -= chars;
    if (this.#pending === 0) this.#drained();
  }
}
