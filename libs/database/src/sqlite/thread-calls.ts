import { once } from 'node:events';
import { parentPort, type ResourceLimits, type Worker } from 'node:worker_threads';
import { startThread } from './start-thread.ts';

/** What failed on the other thread: name, message and own fields of an error, without its class. */
export interface Failure {
  readonly name: string;
  readonly message: string;
  readonly [field: string]: unknown;
}

/** The errors that callers are told. */
export interface CallErrors {
  /** Of a call that failed. */
  failed(failure: Failure): Error;
  /** Of all that is not answered, once the thread has ended. */
  ended(reason: unknown): Error;
}

type Method = (...args: never[]) => unknown;
type Arguments<T> = T extends Method ? Parameters<T> : never;
type Answer<T> = T extends Method ? Awaited<ReturnType<T>> : never;

/** A call on its way, by the method's name. */
export type Asked<Target> = {
  [K in keyof Target & string]: { readonly id: number; readonly method: K; readonly args: Arguments<Target[K]> };
}[keyof Target & string];

/** The answer to a call. */
export type Told =
  { readonly id: number; readonly answer: unknown } | { readonly id: number; readonly failure: Failure };

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Calls of an object's methods on a thread of its own, in order; arguments and answers are plain data. Own code, for
 * callers of comlink wait for ever where the thread ends.
 */
export class ThreadCalls<Target extends { close(): unknown }> {
  readonly #worker: Worker;
  readonly #errors: CallErrors;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;
  #over: Error | undefined;

  private constructor(worker: Worker, errors: CallErrors) {
    this.#worker = worker;
    this.#errors = errors;
    worker.on('message', (told: Told) => this.#receive(told));
    worker.on('error', (error) => this.#end(error));
    worker.on('exit', () => this.#end('it has ended'));
  }

  /** @param module as {@link startThread} takes it; it calls {@link answerCalls} @throws what the thread throws before */
  static async start<Target extends { close(): unknown }>(
    module: URL,
    workerData: unknown,
    errors: CallErrors,
    limits?: ResourceLimits,
  ): Promise<ThreadCalls<Target>> {
    return new ThreadCalls<Target>(await startThread(module, workerData, limits), errors);
  }

  call<K extends keyof Target & string>(method: K, ...args: Arguments<Target[K]>): Promise<Answer<Target[K]>> {
    if (this.#over) return Promise.reject(this.#over);
    const id = ++this.#lastId;
    this.#worker.postMessage({ id, method, args });
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  /** Resolves once all that was asked is answered, and the thread has ended. */
  async close(): Promise<void> {
    if (this.#over) return;
    const exited = once(this.#worker, 'exit');
    this.#worker.postMessage({ id: 0, method: 'close', args: [] });
    this.#over = this.#errors.ended('it was closed');
    await exited;
  }

  #receive(told: Told): void {
    const waiting = this.#waiting.get(told.id);
    this.#waiting.delete(told.id);
    if ('failure' in told) waiting?.reject(this.#errors.failed(told.failure));
    else waiting?.resolve(told.answer as never);
  }

  #end(reason: unknown): void {
    const over = (this.#over ??= this.#errors.ended(reason));
    for (const { reject } of this.#waiting.values()) reject(over);
    this.#waiting.clear();
  }
}

/** Calls a method by its name. */
export const callOf = (target: object, method: string, args: readonly unknown[]): unknown =>
  Reflect.apply(Reflect.get(target, method), target, args);

/** On the thread: answers calls of the object's methods until `close`, with which it ends. */
export const answerCalls = <Target extends { close(): unknown }>(target: Target): void => {
  const port = parentPort!;
  port.on('message', async ({ id, method, args }: Asked<Target>) => {
    try {
      port.postMessage({ id, answer: await callOf(target, method, args) } satisfies Told);
    } catch (error) {
      const { name, message } = error as Error;
      port.postMessage({ id, failure: { ...(error as object), name, message } } satisfies Told);
    }
    if (method === 'close') port.close();
  });
  port.postMessage('ready');
};
