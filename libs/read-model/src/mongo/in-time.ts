import { setTimeout as delay } from 'node:timers/promises';
import { StoreUnavailable } from '@panshi/event-store';

/** Waits for work no longer than so many milliseconds. What it does after that, it does for nobody. @throws {StoreUnavailable} */
export const inTime = async <T>(work: Promise<T>, ms: number): Promise<T> => {
  if (ms === Infinity) return work;
  const over = new AbortController();
  const late = delay(ms, undefined, { ref: false, signal: over.signal }).then(() => {
    throw new StoreUnavailable(`the views did not answer within ${ms / 1000} s`);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    over.abort();
  }
};
