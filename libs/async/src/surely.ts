import { retryAfterMs } from './backoff.ts';
import type { Clock } from './clock.ts';

export interface SurelyOptions {
  readonly clock: Clock;
  /** What failed; it is tried again. */
  readonly onError: (error: unknown) => void;
}

/** Tries until it succeeds or is aborted, later and later. Undefined when aborted. */
export const surely = async <T>(
  attempt: () => Promise<T>,
  { clock, onError }: SurelyOptions,
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
