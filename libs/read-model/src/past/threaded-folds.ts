import { type LogAddress, StoreUnavailable } from '@panshi/event-store';
import { Rejection } from '@panshi/kernel';
import { startThread } from '@panshi/database/sqlite';
import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';
import type { FromFolds, PastCall, PastCalls, ToFolds } from './past-calls.ts';

/** Views of one service, as the thread finds them. */
export interface ViewSource {
  /** The file of their snapshots. */
  readonly path: string;
  /** URL of a module that exports the views. */
  readonly from: string;
  readonly views: readonly string[];
}

/** What the thread is started with: plain data. */
export interface FoldThreadOptions {
  readonly log: LogAddress;
  readonly sources: readonly ViewSource[];
}

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
}

/** The most memory of JavaScript that the thread may take, in MiB; beyond, it ends, and the next question starts another. */
const mostHeapMiB = 512;

/** Makes the calls on a thread of its own, started when it is first needed. */
export class ThreadedFolds implements PastCalls {
  readonly fold = this.#asking('fold');
  readonly get = this.#asking('get');
  readonly find = this.#asking('find');
  readonly count = this.#asking('count');
  readonly grow = this.#asking('grow');
  readonly #log: LogAddress;
  readonly #sources: ViewSource[] = [];
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;
  #worker: Promise<Worker> | undefined;

  constructor(log: LogAddress) {
    this.#log = log;
  }

  /** Before the first call: also these views are folded. */
  include(source: ViewSource): void {
    this.#sources.push(source);
  }

  /** Nothing is held where no thread runs. */
  async release(...args: Parameters<PastCalls['release']>): Promise<void> {
    const worker = await this.#worker;
    if (worker) await this.#call(worker, 'release', ...args);
  }

  async close(): Promise<void> {
    const worker = await this.#worker?.catch(() => undefined);
    if (!worker) return;
    const ended = once(worker, 'exit');
    await this.#call(worker, 'close').catch(() => undefined);
    await ended;
  }

  #asking<K extends keyof PastCalls>(method: K): PastCalls[K] {
    const ask = async (...args: never[]): Promise<never> =>
      this.#call(await (this.#worker ??= this.#start()), method, ...args);
    return ask as PastCalls[K];
  }

  #call(worker: Worker, ...call: readonly unknown[]): Promise<never> {
    const id = ++this.#lastId;
    worker.postMessage({ id, call: call as unknown as PastCall } satisfies ToFolds);
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  async #start(): Promise<Worker> {
    const options: FoldThreadOptions = { log: this.#log, sources: this.#sources };
    const limits = { maxOldGenerationSizeMb: mostHeapMiB };
    try {
      const { worker } = await startThread(new URL('./fold-thread', import.meta.url), options, limits);
      worker.on('message', (message: FromFolds) => this.#receive(message));
      let reason: unknown = 'it has ended';
      worker.on('error', (error) => (reason = error));
      worker.on('exit', () => this.#end(reason));
      return worker;
    } catch (error) {
      throw this.#end(error);
    }
  }

  /** The next question starts another thread. */
  #end(reason: unknown): StoreUnavailable {
    this.#worker = undefined;
    const ended = new StoreUnavailable(`the past is not folded: ${reason instanceof Error ? reason.message : reason}`);
    for (const { reject } of this.#waiting.values()) reject(ended);
    this.#waiting.clear();
    return ended;
  }

  #receive(message: FromFolds): void {
    if ('ready' in message) return;
    const { resolve, reject } = this.#waiting.get(message.id)!;
    this.#waiting.delete(message.id);
    if ('answer' in message) return resolve(message.answer as never);
    if ('error' in message) return reject(new Error(`folding the past: ${message.error}`));
    const { code, params, kind } = message.rejected;
    reject(new Rejection(code, params, kind));
  }
}
