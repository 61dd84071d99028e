import { retryAfterMs } from './backoff.ts';
import type { Clock } from './clock.ts';

export interface RetryOptions {
  readonly clock: Clock;
  /** Told of each failure. */
  readonly onError: (error: unknown) => void;
}

/** Tries until it succeeds or is aborted, waiting longer after each failure. @returns undefined when aborted */
export const retryUntilAborted = async <T>(
  attempt: () => Promise<T>,
  { clock, onError }: RetryOptions,
  signal: AbortSignal,
): Promise<T | undefined> => {
  for (let failures = 1; !signal.aborted; failures++) {
    try {
      return await attempt();
    } catch (error) {
      onError(error);
      await clock.sleep(retryAfterMs(failures), signal);
    }
  }
  return undefined;
};
