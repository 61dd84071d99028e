import { setImmediate } from 'node:timers/promises';
import { Waiters } from '@panshi/async';

/** Woken in one go; the next ones after whatever else this process has to do. */
const together = 100;

/** Wakes all who wait: once for what comes at once, and not all in one go, so that commands are answered in between. */
export class Wakes {
  readonly #waiters = new Waiters();
  #rung = false;
  #ringing = false;

  /** Resolves at the next ring, or when aborted. Look, then call this in the same tick: nothing is missed then. */
  next(signal: AbortSignal): Promise<void> {
    return this.#waiters.next(signal);
  }

  ring(): void {
    this.#rung = true;
    if (!this.#ringing) void this.#wakeAll();
  }

  async #wakeAll(): Promise<void> {
    this.#ringing = true;
    while (this.#rung) {
      await setImmediate();
      this.#rung = false;
      const waiting = this.#waiters.takeAll();
      for (let from = 0; from < waiting.length; from += together) {
        if (from > 0) await setImmediate();
        for (const wake of waiting.slice(from, from + together)) wake();
      }
    }
    this.#ringing = false;
  }
}
