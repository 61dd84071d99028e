import { setTimeout as delay } from 'node:timers/promises';
import {
  type AppendOptions,
  type AppendResult,
  type EventStore,
  type NewEvent,
  OutcomeUnknown,
} from '@panshi/event-store';

const [firstWaitMs, longestWaitMs] = [10, 1000];

/**
 * Appends; where the outcome is unknown, appends the same events again, which is harmless, until the deadline.
 * @param deadline epoch milliseconds
 * @throws what the store's append throws; OutcomeUnknown only when time ran out
 */
export const appendSurely = async (
  store: Pick<EventStore, 'append'>,
  stream: string,
  events: readonly NewEvent[],
  options: AppendOptions,
  deadline: number,
): Promise<AppendResult> => {
  // Reckoned once: were the clock set back meanwhile, nobody would wait any more, and the stream would be held up.
  const until = performance.now() + deadline - Date.now();
  for (let wait = firstWaitMs; ; wait = Math.min(2 * wait, longestWaitMs)) {
    try {
      return await store.append(stream, events, options);
    } catch (error) {
      if (!(error instanceof OutcomeUnknown) || performance.now() + wait >= until) throw error;
      await delay(wait);
    }
  }
};
