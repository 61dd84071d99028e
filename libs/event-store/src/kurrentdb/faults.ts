import { setTimeout } from 'node:timers/promises';
import { backoff } from '@panshi/async';
import {
  AccessDeniedError,
  CancelledError,
  DeadlineExceededError,
  isCommandError,
  MaxAppendSizeExceededError,
  NotLeaderError,
  StreamDeletedError,
  TimeoutError,
  UnavailableError,
  UnknownError,
} from '@kurrent/kurrentdb-client';
import { EventTooLarge, OutcomeUnknown, StoreUnavailable, UnusableStore } from '../errors.ts';

/** What a failure says of a write: it never reached the log, it may have, or asking again is of no use. */
export type Fault = 'unsent' | 'unknown' | 'final';

const transientErrors = [UnavailableError, DeadlineExceededError, TimeoutError, CancelledError, UnknownError];

export const faultOf = (error: unknown): Fault => {
  if (error instanceof StoreUnavailable) return error.cause instanceof AccessDeniedError ? 'final' : 'unsent';
  if (!(error instanceof Error) || error instanceof NotLeaderError) return 'unsent';
  // Before a connection stands: while the server's abilities are asked for, or a node of the cluster is looked for.
  const connecting = !isCommandError(error) && ('code' in error || error.message.startsWith('Failed to discover'));
  if (connecting || error.message.includes('No connection established')) return 'unsent';
  return transientErrors.some((type) => error instanceof type) ? 'unknown' : 'final';
};

/** The port's error for a failure that lasts; errors of our own pass as they are. */
export const lasting = (error: unknown): unknown => {
  if (error instanceof MaxAppendSizeExceededError)
    return new EventTooLarge(`the server takes appends of at most ${error.maxAppendSize} bytes`, { cause: error });
  if (error instanceof AccessDeniedError)
    return new StoreUnavailable('the server denies access: check the user in the URL and its rights', { cause: error });
  if (error instanceof StreamDeletedError)
    return new UnusableStore(`stream ${error.streamName} was deleted on the server: restore it`, { cause: error });
  return error;
};

/** What is refused now may have been written by an attempt before. */
const refusal = (error: unknown, sent: boolean): unknown =>
  sent && error instanceof StoreUnavailable ? new OutcomeUnknown(error.message, { cause: error }) : error;

/** How long to wait before the nth retry in a row (from 1), in milliseconds. */
export const retryAfterMs = backoff({ firstMs: 20, longestMs: 500 });

/**
 * Retries a write through an outage. `attempt` is told whether it is a repetition; it must be harmless to repeat.
 * @throws {OutcomeUnknown} when patience runs out and one attempt may have been written
 * @throws {StoreUnavailable} when patience runs out and none was
 */
export const retryWrite = async <T>(patienceMs: number, attempt: (again: boolean) => Promise<T>): Promise<T> => {
  const until = performance.now() + patienceMs;
  let sent = false;
  for (let repetition = 0; ; repetition++) {
    try {
      return await attempt(repetition > 0);
    } catch (error) {
      const fault = faultOf(error);
      if (fault === 'final') throw refusal(lasting(error), sent);
      sent ||= fault === 'unknown';
      const wait = retryAfterMs(repetition + 1);
      if (performance.now() + wait < until) {
        await setTimeout(wait);
        continue;
      }
      const why = `no answer of the server in ${patienceMs} ms: ${(error as Error).message}`;
      throw sent ? new OutcomeUnknown(why, { cause: error }) : new StoreUnavailable(why, { cause: error });
    }
  }
};
