import { unavailable } from './rejections.ts';

export interface IntakeLimits {
  /** Requests worked on at once. */
  readonly concurrency: number;
  /** Requests that may wait for their turn beyond that; the next one is refused. */
  readonly waiting: number;
}

/** Room for bursts of commands to share a commit, yet a full queue is worked off well within a deadline. */
export const defaultLimits: IntakeLimits = { concurrency: 500, waiting: 2000 };

/**
 * A server's door: bounded, first come first served, and closed once drained. Overload is an answer, not memory. (Not
 * p-limit: each request passes here, and that would cost it four promises more.)
 */
export class Intake {
  #waiting: (() => void)[] = [];
  #active = 0;
  #closing = false;
  #empty: (() => void) | undefined;

  constructor(
    private readonly limits: IntakeLimits = defaultLimits,
    private readonly now: () => number = Date.now,
  ) {}

  /**
   * Does the work when its turn comes, unless nobody waits for it any more by then.
   * @param deadline epoch milliseconds
   * @throws {Unavailable} `overloaded`, `closing`, `deadline-passed`
   */
  async run<T>(work: () => Promise<T>, deadline: number): Promise<T> {
    if (this.#closing) throw unavailable('closing');
    if (this.#active >= this.limits.concurrency) await this.#turn();
    else this.#active++;
    try {
      if (this.now() >= deadline) throw unavailable('deadline-passed');
      return await work();
    } finally {
      this.#leave();
    }
  }

  /** Takes no more; resolves when what was taken is done. */
  drain(): Promise<void> {
    this.#closing = true;
    return new Promise((resolve) => {
      this.#empty = resolve;
      if (this.#active === 0) resolve();
    });
  }

  #turn(): Promise<void> {
    if (this.#waiting.length >= this.limits.waiting) throw unavailable('overloaded');
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Hands the place to who waits longest. */
  #leave(): void {
    const next = this.#waiting.shift();
    if (next) return next();
    this.#active--;
    if (this.#active === 0) this.#empty?.();
  }
}
