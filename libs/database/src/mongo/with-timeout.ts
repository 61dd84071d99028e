import { setTimeout as delay } from 'node:timers/promises';

/** Waits for work no longer than so many milliseconds; after that its outcome is ignored. @throws what `late` makes */
export const withTimeout = async <T>(work: Promise<T>, ms: number, late: (seconds: number) => Error): Promise<T> => {
  if (ms === Infinity) return work;
  const over = new AbortController();
  const timeout = delay(ms, undefined, { ref: false, signal: over.signal }).then(() => {
    throw late(ms / 1000);
  });
  try {
    return await Promise.race([work, timeout]);
  } finally {
    over.abort();
  }
};
