import { StoreUnavailable, UnusableStore } from '@panshi/event-store';
import { startThread } from '@panshi/database/sqlite';
import type { Worker } from 'node:worker_threads';
import { damaged, unusable, type WriterOptions } from './connect.ts';
import type { Call, FromWriter, ToWriter, Writer, WriterCalls } from './protocol.ts';

/** Makes calls at once, on this thread: for a database in memory, which no other thread can reach. */
export const directWriter = (writer: WriterCalls): Writer => ({
  call: async (method, ...args) =>
    (writer[method] as (...args: readonly unknown[]) => ReturnType<WriterCalls[typeof method]>).apply(writer, args),
});

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
}

/** Makes calls on a thread of its own, in order, so that neither disk nor another process holds up the readers. */
export class ThreadWriter implements Writer {
  readonly #worker: Worker;
  readonly #path: string;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;
  #stopped: Error | undefined;

  private constructor(worker: Worker, path: string) {
    this.#worker = worker;
    this.#path = path;
    worker.on('message', (message: FromWriter) => this.#receive(message));
    worker.on('error', (error) => this.#stop(error instanceof Error ? error.message : String(error)));
    worker.on('exit', () => this.#stop('it has ended'));
  }

  /** @throws {UnusableStore} when the file is damaged, not ours, or of a newer format */
  static async start(options: WriterOptions): Promise<ThreadWriter> {
    const { worker, first } = await startThread<FromWriter>(new URL('./writer-thread', import.meta.url), options);
    if ('unusable' in first) throw new UnusableStore(first.unusable);
    return new ThreadWriter(worker, options.path);
  }

  call<K extends keyof WriterCalls>(
    method: K,
    ...args: Parameters<WriterCalls[K]>
  ): Promise<ReturnType<WriterCalls[K]>> {
    if (this.#stopped) return Promise.reject(this.#stopped);
    const id = ++this.#lastId;
    if (method === 'close') this.#stopped = new StoreUnavailable('the views are closed');
    this.#worker.postMessage({ id, call: [method, ...args] as unknown as Call } satisfies ToWriter);
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  #receive(message: FromWriter): void {
    if (!('id' in message)) return;
    const { resolve, reject } = this.#waiting.get(message.id)!;
    this.#waiting.delete(message.id);
    if (!('error' in message)) resolve(message.answer as never);
    else if (message.kind === 'damage') reject(new UnusableStore(unusable(this.#path, damaged)));
    else if (message.kind === 'busy') reject(new StoreUnavailable(`${this.#path} is locked by another process`));
    else if (message.kind === 'full')
      reject(new StoreUnavailable(`the disk of ${this.#path} is full: free some of it`));
    else reject(new Error(`writing ${this.#path}: ${message.error}`));
  }

  #stop(reason: string): void {
    this.#stopped ??= new StoreUnavailable(`the writer of the views failed: ${reason}`);
    for (const { reject } of this.#waiting.values()) reject(this.#stopped);
    this.#waiting.clear();
  }
}
