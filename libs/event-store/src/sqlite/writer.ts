import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';
import { startThread } from '@panshi/database/sqlite';
import { OutcomeUnknown, StoreUnavailable } from '../errors.ts';
import type { DraftedImport, FromWriter, ToWriter, WriteOutcome, WriteRequest, WriterOptions } from './protocol.ts';

/** Bounds on what waits for the writer; beyond them an append is refused at once. */
export interface WriterBounds {
  readonly maxPending: number;
  readonly maxPendingChars: number;
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
export class Writer {
  readonly #worker: Worker;
  readonly #bounds: WriterBounds;
  readonly #sent = new Map<number, readonly Waiting[]>();
  #requests: WriteRequest[] = [];
  #waiting: Waiting[] = [];
  #pending = 0;
  #pendingChars = 0;
  #lastId = 0;
  #stopped: string | undefined;
  #ended = false;
  #drained = (): void => {};

  private constructor(worker: Worker, bounds: WriterBounds) {
    this.#worker = worker;
    this.#bounds = bounds;
    worker.on('message', (message: FromWriter) => this.#receive(message));
    worker.on('error', (error) => this.#fail(error instanceof Error ? error.message : String(error)));
    worker.on('exit', () => {
      this.#ended = true;
      this.#fail('it has ended');
    });
  }

  static async start(options: WriterOptions, bounds: WriterBounds): Promise<Writer> {
    const { worker } = await startThread(new URL('./writer-thread', import.meta.url), options, resourceLimits);
    return new Writer(worker, bounds);
  }

  /** @param chars what it holds in memory until it is answered @throws {StoreUnavailable} when too much waits already */
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

  async load(load: readonly DraftedImport[] | 'begin' | 'commit' | 'rollback'): Promise<WriteOutcome> {
    if (this.#ended) throw new OutcomeUnknown('the writer has ended');
    if (this.#stopped !== undefined && load === 'begin') throw new StoreUnavailable('the log is closed');
    return new Promise((resolve, reject) => {
      this.#pending += 1;
      this.#send((id) => ({ id, load }), [{ chars: 0, resolve, reject }]);
    });
  }

  /** Takes no more requests; resolves once those taken are answered. */
  async drain(): Promise<void> {
    this.#flush();
    this.#stopped ??= 'close was called';
    await new Promise<void>((resolve) => {
      this.#drained = resolve;
      this.#settle([]);
    });
  }

  /** Ends the thread. */
  async close(): Promise<void> {
    if (this.#ended) return;
    const exited = once(this.#worker, 'exit');
    this.#worker.postMessage({ id: 0, close: true } satisfies ToWriter);
    await exited;
  }

  /** With one message at work and one waiting the writer is never idle: what comes meanwhile shares the next. */
  #flush(): void {
    if (this.#requests.length === 0 || this.#sent.size >= maxSent) return;
    const requests = this.#requests;
    const waiting = this.#waiting;
    this.#requests = [];
    this.#waiting = [];
    this.#send((id) => ({ id, requests }), waiting);
  }

  #send(message: (id: number) => ToWriter, waiting: readonly Waiting[]): void {
    const id = ++this.#lastId;
    this.#sent.set(id, waiting);
    this.#worker.postMessage(message(id));
  }

  #receive(message: FromWriter): void {
    if ('ready' in message) return;
    const waiting = this.#sent.get(message.id)!;
    this.#sent.delete(message.id);
    for (const [i, { resolve }] of this.#settle(waiting).entries()) resolve(message.outcomes[i]!);
    this.#flush();
  }

  #settle(waiting: readonly Waiting[]): readonly Waiting[] {
    this.#pending -= waiting.length;
    for (const { chars } of waiting) this.#pendingChars -= chars;
    if (this.#pending === 0) this.#drained();
    return waiting;
  }

  #fail(reason: string): void {
    this.#stopped ??= `the writer failed: ${reason}`;
    const lost = [...this.#sent.values(), this.#waiting];
    this.#sent.clear();
    this.#requests = [];
    this.#waiting = [];
    for (const { reject } of this.#settle(lost.flat())) reject(new OutcomeUnknown(`the writer failed: ${reason}`));
  }
}
