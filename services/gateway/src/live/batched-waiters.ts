import { setImmediate } from 'node:timers/promises';
import { Waiters } from '@panshi/async';

/** Waiters woken in one go; the next ones in a later tick. */
const wokenAtOnce = 100;

/** Waiters that are woken once for a burst of signs, and some at a time, so that commands are answered in between. */
export class BatchedWaiters {
  readonly #waiters = new Waiters();
  #isDue = false;
  #isWaking = false;

  /** Resolves at the next wake, or when aborted. Look, then call this in the same tick: nothing is missed then. */
  next(signal: AbortSignal): Promise<void> {
    return this.#waiters.next(signal);
  }

  wakeSoon(): void {
    this.#isDue = true;
    if (!this.#isWaking) void this.#wakeAll();
  }

  async #wakeAll(): Promise<void> {
    this.#isWaking = true;
    while (this.#isDue) {
      await setImmediate();
      this.#isDue = false;
      const waiting = this.#waiters.takeAll();
      for (let from = 0; from < waiting.length; from += wokenAtOnce) {
        if (from > 0) await setImmediate();
        for (const wake of waiting.slice(from, from + wokenAtOnce)) wake();
      }
    }
    this.#isWaking = false;
  }
}
