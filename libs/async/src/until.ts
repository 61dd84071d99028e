import type { Clock } from './clock.ts';
import type { Waiters } from './waiters.ts';

export interface UntilOptions {
  /** Woken whenever it may have come true. */
  readonly signs: Waiters;
  /** Milliseconds since the epoch. */
  readonly deadline: number;
  readonly clock: Clock;
  /** Looked at as often, too, in milliseconds, where not every change gives a sign. */
  readonly pollMs?: number;
}

/** Given as reason, it saves making an exception with its stack, which nobody looks at. */
const done = 'done';

/** Waits until a condition holds. @returns whether it did before the deadline @throws what `holds` throws */
export const until = async (
  holds: () => boolean | Promise<boolean>,
  { signs, deadline, clock, pollMs }: UntilOptions,
): Promise<boolean> => {
  const over = new AbortController();
  const left = deadline - clock.now();
  let look = (): void => undefined;
  let isLate = left <= 0;
  const late = (): void => {
    isLate = true;
    look();
  };
  // One sleep from now on: by then the clock may have been set back.
  if (!isLate) void clock.sleep(left, over.signal).then(late);
  try {
    for (;;) {
      const { promise, resolve } = Promise.withResolvers<void>();
      look = resolve;
      const leave = signs.join(resolve);
      try {
        if (await holds()) return true;
        if (isLate) return false;
        if (pollMs !== undefined) void clock.sleep(pollMs, over.signal).then(resolve);
        await promise;
      } finally {
        leave();
      }
    }
  } finally {
    over.abort(done);
  }
};
