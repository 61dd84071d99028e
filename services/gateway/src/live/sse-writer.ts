import type { Writable } from 'node:stream';

/** Milliseconds a client may leave what it was sent unread. */
const patienceMs = 10_000;

/** The client does not read: it is cut off, and resumes when it comes back. */
export class SlowReader extends Error {
  override readonly name = 'SlowReader';
}

/** Sends to a client only when it has room: what it does not read is not kept for it. */
export class SseWriter {
  constructor(
    private readonly out: Writable,
    private readonly patience = patienceMs,
  ) {}

  /** Resolves when the client can take more, or nothing is to be sent any more. @throws {SlowReader} */
  async send(frame: string | Uint8Array, signal: AbortSignal): Promise<void> {
    if (!this.out.write(frame)) await this.#drained(signal);
  }

  #drained(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const settle = (then: () => void) => (): void => {
        clearTimeout(timer);
        this.out.off('drain', drained).off('close', drained);
        signal.removeEventListener('abort', drained);
        then();
      };
      const drained = settle(resolve);
      const timer = setTimeout(
        settle(() => reject(new SlowReader())),
        this.patience,
      );
      this.out.once('drain', drained).once('close', drained);
      signal.addEventListener('abort', drained);
      if (signal.aborted) drained();
    });
  }
}
