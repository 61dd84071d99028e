import type { Writable } from 'node:stream';

/** Milliseconds a client may leave what it was sent unread. */
const patienceMs = 10_000;

/** The client does not read: it is cut off, and resumes when it comes back. */
export class SlowReader extends Error {
  override readonly name = 'SlowReader';
}

/** One server-sent event. `id` is where a client resumes. */
export interface SseEvent {
  readonly id?: string;
  readonly event?: string;
  readonly data?: object;
}

/** Sends server-sent events, each only when the client has room for it: what it does not read is not kept for it. */
export class SseWriter {
  readonly #out: Writable;
  readonly #patience: number;

  constructor(out: Writable, patience = patienceMs) {
    this.#out = out;
    this.#patience = patience;
  }

  /** Resolves when the client can take more. @throws {SlowReader} */
  async send(...events: readonly SseEvent[]): Promise<void> {
    if (!this.#out.write(events.map(text).join(''))) await this.#drained();
  }

  /** Whether something would have to wait. */
  get full(): boolean {
    return this.#out.writableNeedDrain;
  }

  #drained(): Promise<void> {
    return new Promise((resolve, reject) => {
      const done = (): void => {
        clearTimeout(timer);
        this.#out.off('drain', done).off('close', done);
        resolve();
      };
      const timer = setTimeout(() => {
        this.#out.off('drain', done).off('close', done);
        reject(new SlowReader());
      }, this.#patience);
      this.#out.once('drain', done).once('close', done);
    });
  }
}

const text = ({ id, event, data }: SseEvent): string =>
  [
    ...(id === undefined ? [] : [`id: ${id}`]),
    ...(event === undefined ? [] : [`event: ${event}`]),
    ...(data === undefined ? [] : [`data: ${JSON.stringify(data)}`]),
    '',
    '',
  ].join('\n');
