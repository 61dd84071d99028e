/** Time, as it is given to whoever needs it; tests bring one that stands still until told. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Resolves after the time, or at once when aborted: look at the signal afterwards. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

const longest = 2 ** 31 - 1;

export const systemClock: Clock = {
  now: Date.now,
  // Not that of node:timers/promises, which makes an exception, with its stack, of each abort: most sleeps end so.
  sleep: (milliseconds, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const wake = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', wake);
        resolve();
      };
      // A longer time ends early; whoever waits for a moment looks at the clock again.
      const timer = setTimeout(wake, Math.min(milliseconds, longest));
      timer.unref();
      signal?.addEventListener('abort', wake);
    }),
};
