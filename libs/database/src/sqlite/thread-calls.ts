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

/** The methods of an object as another thread has them called: arguments and answers are plain data. */
export type Remote<Target> = {
  readonly [K in keyof Target]: Target[K] extends (...args: infer Args) => infer Answer
    ? (...args: Args) => Promise<Awaited<Answer>>
    : never;
};

/** A call on its way, by the method's name. */
export type ThreadCall<Target> = {
  [K in keyof Target & string]: {
    readonly id: number;
    readonly method: K;
    readonly args: Target[K] extends (...args: infer Args) => unknown ? Args : never;
  };
}[keyof Target & string];

/** The answer to a call. */
export type ThreadAnswer =
  { readonly id: number; readonly answer: unknown } | { readonly id: number; readonly failure: Failure };

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
}

type Call = (method: string, args: readonly unknown[]) => Promise<unknown>;

/** An object of which every method is a call: a proxy, so its type can only be claimed. It must not be awaited. */
const remote = <Target>(call: Call): Remote<Target> => {
  const get =
    (_: object, method: string) =>
    (...args: readonly unknown[]) =>
      call(method, args);
  return new Proxy({}, { get }) as Remote<Target>;
};

/** Calls a method by its name. */
const callOf = (target: object, method: string, args: readonly unknown[]): unknown =>
  Reflect.apply(Reflect.get(target, method), target, args);

/** Calls of an object's methods on this thread, answered as those on another are. */
export const localCalls = <Target extends object>(target: Target): Remote<Target> =>
  remote(async (method, args) => callOf(target, method, args));

/** Calls of an object's methods on a thread of its own, in order. Own code: callers of comlink wait for ever where the thread ends. */
export class ThreadCalls<Target extends { close(): unknown }> {
  readonly calls = remote<Omit<Target, 'close'>>((method, args) => this.#call(method, args));
  readonly #worker: Worker;
  readonly #errors: CallErrors;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;
  #over: Error | undefined;

  private constructor(worker: Worker, errors: CallErrors) {
    this.#worker = worker;
    this.#errors = errors;
    worker.on('message', (message: ThreadAnswer) => this.#receive(message));
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

  /** Resolves once all that was asked is answered, and the thread has ended. */
  async close(): Promise<void> {
    if (this.#over) return;
    const exited = once(this.#worker, 'exit');
    this.#worker.postMessage({ id: 0, method: 'close', args: [] });
    this.#over = this.#errors.ended('it was closed');
    await exited;
  }

  #call(method: string, args: readonly unknown[]): Promise<unknown> {
    if (this.#over) return Promise.reject(this.#over);
    const id = ++this.#lastId;
    this.#worker.postMessage({ id, method, args });
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  #receive(message: ThreadAnswer): void {
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if ('failure' in message) waiting?.reject(this.#errors.failed(message.failure));
    else waiting?.resolve(message.answer);
  }

  #end(reason: unknown): void {
    const over = (this.#over ??= this.#errors.ended(reason));
    for (const { reject } of this.#waiting.values()) reject(over);
    this.#waiting.clear();
  }
}

/** On the thread: answers calls of the object's methods until `close`, with which it ends. */
export const answerCalls = <Target extends { close(): unknown }>(target: Target): void => {
  const port = parentPort!;
  port.on('message', async ({ id, method, args }: ThreadCall<Target>) => {
    try {
      port.postMessage({ id, answer: await callOf(target, method, args) } satisfies ThreadAnswer);
    } catch (error) {
      const failure = error instanceof Error ? error : new Error(String(error));
      const { name, message } = failure;
      port.postMessage({ id, failure: { ...failure, name, message } } satisfies ThreadAnswer);
    }
    if (method === 'close') port.close();
  });
  port.postMessage('ready');
};
