import type { Writable } from 'node:stream';

/** Milliseconds a client may leave what it was sent unread: as long as a phone on its way may be without a network. */
const patienceMs = 30_000;

/** The client does not read: it is cut off, and begins again or resumes when it comes back. */
export class SlowReader extends Error {
  override readonly name = 'SlowReader';
}

/** Sends to a client only when it has room: what it does not read is not kept for it. */
export class StreamWriter {
  #waitsSince: number | undefined;

  /** @param now milliseconds of a clock that never goes back */
  constructor(
    private readonly out: Writable,
    private readonly patience = patienceMs,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** For how many milliseconds the client has left unread what it was sent; 0 where it reads. */
  get unreadMs(): number {
    return this.#waitsSince === undefined ? 0 : this.now() - this.#waitsSince;
  }

  /** Resolves when the client can take more, or nothing is to be sent any more. @throws {SlowReader} */
  async send(frame: string | Uint8Array, signal: AbortSignal): Promise<void> {
    if (this.out.write(frame)) return;
    this.#waitsSince = this.now();
    await this.#drained(signal);
    this.#waitsSince = undefined;
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
