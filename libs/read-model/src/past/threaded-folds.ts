import { type LogAddress, StoreUnavailable } from '@panshi/event-store';
import { Rejection, type RejectionKind, type RejectionParams } from '@panshi/kernel';
import { type Failure, ThreadCalls } from '@panshi/database/sqlite';
import type { PastCalls } from './past-folds.ts';

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

/** The most memory of JavaScript that the thread may take, in MiB; beyond, it ends, and the next question starts another. */
const mostHeapMiB = 512;

/** Makes the calls on a thread of its own, started when it is first needed. */
export class ThreadedFolds implements PastCalls {
  readonly fold: PastCalls['fold'] = async (...args) => (await this.#started()).calls.fold(...args);
  readonly get: PastCalls['get'] = async (...args) => (await this.#started()).calls.get(...args);
  readonly find: PastCalls['find'] = async (...args) => (await this.#started()).calls.find(...args);
  readonly count: PastCalls['count'] = async (...args) => (await this.#started()).calls.count(...args);
  readonly grow: PastCalls['grow'] = async (...args) => (await this.#started()).calls.grow(...args);
  readonly #log: LogAddress;
  readonly #sources: ViewSource[] = [];
  #thread: Promise<ThreadCalls<PastCalls>> | undefined;

  constructor(log: LogAddress) {
    this.#log = log;
  }

  /** Before the first call: also these views are folded. */
  include(source: ViewSource): void {
    this.#sources.push(source);
  }

  /** Nothing is held where no thread runs. */
  async release(...args: Parameters<PastCalls['release']>): Promise<void> {
    await (await this.#thread)?.calls.release(...args);
  }

  async close(): Promise<void> {
    await (await this.#thread?.catch(() => undefined))?.close();
    this.#thread = undefined;
  }

  #started(): Promise<ThreadCalls<PastCalls>> {
    return (this.#thread ??= this.#start());
  }

  async #start(): Promise<ThreadCalls<PastCalls>> {
    const options: FoldThreadOptions = { log: this.#log, sources: this.#sources };
    const limits = { maxOldGenerationSizeMb: mostHeapMiB, maxYoungGenerationSizeMb: 32 };
    const errors = { failed: refusalOf, ended: (reason: unknown) => this.#ended(reason) };
    try {
      return await ThreadCalls.start(new URL('./fold-thread', import.meta.url), options, errors, limits);
    } catch (error) {
      throw this.#ended(error);
    }
  }

  /** The next question starts another thread. */
  #ended(reason: unknown): StoreUnavailable {
    this.#thread = undefined;
    return new StoreUnavailable(`the past is not folded: ${reason instanceof Error ? reason.message : reason}`);
  }
}

const refusalOf = ({ name, message, code, params, kind }: Failure): Error =>
  name === 'Rejection'
    ? new Rejection(code as string, params as RejectionParams, kind as RejectionKind)
    : new Error(`folding the past: ${message}`);
