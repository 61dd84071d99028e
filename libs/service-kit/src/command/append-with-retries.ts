import { setTimeout as delay } from 'node:timers/promises';
import { backoff } from '@panshi/async';
import {
  type AppendOptions,
  type AppendResult,
  type EventStore,
  type NewEvent,
  OutcomeUnknown,
} from '@panshi/event-store';

const retryAfterMs = backoff({ firstMs: 10, longestMs: 1000 });

/**
 * Appends; where the outcome is unknown, appends the same events again, which is harmless, until the deadline.
 * @param deadline epoch milliseconds
 * @throws what the store's append throws; OutcomeUnknown only when time ran out
 */
export const appendWithRetries = async (
  store: Pick<EventStore, 'append'>,
  stream: string,
  events: readonly NewEvent[],
  options: AppendOptions,
  deadline: number,
): Promise<AppendResult> => {
  // By the monotonic clock: were the other set back meanwhile, this would go on after its caller has given up, and block the stream.
  const until = performance.now() + deadline - Date.now();
  for (let retry = 1; ; retry++) {
    try {
      return await store.append(stream, events, options);
    } catch (error) {
      if (!(error instanceof OutcomeUnknown) || performance.now() + retryAfterMs(retry) >= until) throw error;
      await delay(retryAfterMs(retry));
    }
  }
};
