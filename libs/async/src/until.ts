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

/** Waits until something is so; whether it was before the deadline. @throws what `holds` throws */
export const until = async (
  holds: () => boolean | Promise<boolean>,
  { signs, deadline, clock, pollMs }: UntilOptions,
): Promise<boolean> => {
  const over = new AbortController();
  const left = deadline - clock.now();
  let isLate = left <= 0;
  // One sleep from now on: by then the clock may have been set back.
  const late = isLate ? undefined : clock.sleep(left, over.signal).then(() => void (isLate = true));
  try {
    for (;;) {
      const woken = new AbortController();
      const sign = signs.next(woken.signal);
      try {
        if (await holds()) return true;
        if (isLate) return false;
        const poll = pollMs === undefined ? [] : [clock.sleep(pollMs, woken.signal)];
        await Promise.race([sign, late, ...poll]);
      } finally {
        woken.abort();
      }
    }
  } finally {
    over.abort();
  }
};
