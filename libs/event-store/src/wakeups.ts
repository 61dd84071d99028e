import { Waiters } from '@panshi/async';

/** Wakes those who wait for the log to grow: by hint, or by looking now and then while somebody waits. */
export class Wakeups {
  readonly #changed: () => boolean;
  readonly #pollMs: number | undefined;
  readonly #gatherMs: number;
  readonly #waiters = new Waiters();
  #timer: NodeJS.Timeout | undefined;
  #gathering: NodeJS.Timeout | undefined;
  #lastWake = -Infinity;

  /**
   * @param changed whether another process has written since it was asked last; looked at every `pollMs`
   * @param gatherMs milliseconds between two wakes under load: what a view may lag by for it
   */
  constructor(changed: () => boolean, pollMs?: number, gatherMs = 100) {
    this.#changed = changed;
    this.#pollMs = pollMs;
    this.#gatherMs = gatherMs;
  }

  /** Resolves at the next sign of growth, or when aborted. Look at the log, then call this in the same tick. */
  async next(signal: AbortSignal): Promise<void> {
    if (this.#pollMs !== undefined) this.#timer ??= setInterval(() => this.#changed() && this.wakeSoon(), this.#pollMs);
    await this.#waiters.next(signal);
    if (this.#waiters.size > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  /**
   * At once after a quiet spell; under load once in `gatherMs`, so that many who wait read many events in one go
   * instead of looking at the log after each append.
   */
  wakeSoon(): void {
    const rest = this.#lastWake + this.#gatherMs - performance.now();
    if (rest <= 0) this.wakeAll();
    else this.#gathering ??= setTimeout(() => this.wakeAll(), rest);
  }

  wakeAll(): void {
    clearTimeout(this.#gathering);
    this.#gathering = undefined;
    this.#lastWake = performance.now();
    this.#waiters.wakeAll();
  }
}
