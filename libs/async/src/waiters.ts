/** Those who wait for the next sign, and are all woken by it. */
export class Waiters {
  readonly #waiting = new Set<() => void>();

  get size(): number {
    return this.#waiting.size;
  }

  /** Resolves at the next sign, or when aborted. Look, then call this in the same tick: nothing is missed then. */
  next(signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const wake = (): void => {
        signal?.removeEventListener('abort', wake);
        leave();
        resolve();
      };
      const leave = this.join(wake);
      signal?.addEventListener('abort', wake);
    });
  }

  /** Calls `wake` at the next sign, unless what it answers is called before. */
  join(wake: () => void): () => void {
    this.#waiting.add(wake);
    return () => void this.#waiting.delete(wake);
  }

  wakeAll(): void {
    for (const wake of this.takeAll()) wake();
  }

  /** Takes out the functions that wake those who wait now. */
  takeAll(): readonly (() => void)[] {
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    return waiting;
  }
}
