import { setImmediate } from 'node:timers/promises';
import type { Clock } from '@panshi/async';

interface Sleeper {
  at: number;
  readonly wake: () => void;
}

/** Time that stands still until a test lets it pass. */
export class FakeClock implements Clock {
  #now: number;
  readonly #sleepers = new Set<Sleeper>();

  constructor(start = Date.UTC(2026, 2, 2, 1)) {
    this.#now = start;
  }

  readonly now = (): number => this.#now;

  sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        this.#sleepers.delete(sleeper);
        signal?.removeEventListener('abort', wake);
        resolve();
      };
      const sleeper = { at: this.#now + milliseconds, wake };
      if (signal?.aborted) return resolve();
      signal?.addEventListener('abort', wake);
      this.#sleepers.add(sleeper);
    });
  }

  /** Lets time pass, waking who is due, in order. */
  advance(milliseconds: number): void {
    const end = this.#now + milliseconds;
    for (let next = this.#next(); next && next.at <= end; next = this.#next()) {
      this.#now = Math.max(this.#now, next.at);
      next.wake();
    }
    this.#now = end;
  }

  /** Sets the clock ahead or back. That wakes nobody: whoever sleeps sleeps as long as before. */
  set(aheadMs: number): void {
    this.#now += aheadMs;
    for (const sleeper of this.#sleepers) sleeper.at += aheadMs;
  }

  /** Lets time pass from sleeper to sleeper until something is done. */
  async until<T>(done: Promise<T>): Promise<T> {
    let over = false;
    const end = (): void => void (over = true);
    done.then(end, end);
    while (!over) {
      await setImmediate();
      const next = this.#next();
      if (!over && next) this.advance(Math.max(0, next.at - this.#now));
    }
    return done;
  }

  #next(): Sleeper | undefined {
    let first: Sleeper | undefined;
    for (const sleeper of this.#sleepers) if (!first || sleeper.at < first.at) first = sleeper;
    return first;
  }
}
