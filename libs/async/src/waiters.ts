/** Those who wait for the next sign, and are all woken by it. */
export class Waiters {
  readonly #waiting = new Set<() => void>();

  get size(): number {
    return this.#waiting.size;
  }

  /** Resolves at the next sign, or when aborted. Look, then call this in the same tick: nothing is missed then. */
  next(signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        signal?.removeEventListener('abort', wake);
        this.#waiting.delete(wake);
        resolve();
      };
      if (signal?.aborted) return resolve();
      signal?.addEventListener('abort', wake);
      this.#waiting.add(wake);
    });
  }

  wakeAll(): void {
    for (const wake of this.waiting()) wake();
  }

  /** What wakes each who waits now. */
  waiting(): readonly (() => void)[] {
    return [...this.#waiting];
  }
}
