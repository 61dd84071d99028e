/** Milliseconds between two wakes under load: what a view may lag by for it. */
const gatherMs = 100;

/** Wakes those who wait for the log to grow: by hint, or by looking now and then while somebody waits. */
export class Wakeups {
  readonly #changed: () => boolean;
  readonly #pollMs: number | undefined;
  readonly #waiting = new Set<() => void>();
  #timer: NodeJS.Timeout | undefined;
  #gathering: NodeJS.Timeout | undefined;
  #lastWake = -Infinity;
  #count = 0;

  /** @param changed whether another process has written since it was asked last; looked at every `pollMs` */
  constructor(changed: () => boolean = () => false, pollMs?: number) {
    this.#changed = changed;
    this.#pollMs = pollMs;
  }

  /** How often all were woken so far. */
  get count(): number {
    return this.#count;
  }

  /** Resolves at the next sign of growth, or when aborted. Look at the log, then call this in the same tick. */
  next(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        signal.removeEventListener('abort', wake);
        this.#waiting.delete(wake);
        if (this.#waiting.size === 0) clearInterval(this.#timer);
        resolve();
      };
      if (signal.aborted) return resolve();
      signal.addEventListener('abort', wake);
      if (this.#waiting.size === 0 && this.#pollMs !== undefined) this.#startPolling(this.#pollMs);
      this.#waiting.add(wake);
    });
  }

  /**
   * At once after a quiet spell; under load once in `gatherMs`, so that many who wait read many events in one go
   * instead of looking at the log after each append.
   */
  wakeSoon(): void {
    const rest = this.#lastWake + gatherMs - performance.now();
    if (rest <= 0) this.wakeAll();
    else this.#gathering ??= setTimeout(() => this.wakeAll(), rest);
  }

  wakeAll(): void {
    clearTimeout(this.#gathering);
    this.#gathering = undefined;
    this.#lastWake = performance.now();
    this.#count += 1;
    for (const wake of [...this.#waiting]) wake();
  }

  #startPolling(everyMs: number): void {
    this.#timer = setInterval(() => this.#changed() && this.wakeSoon(), everyMs);
  }
}
