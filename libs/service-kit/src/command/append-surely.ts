import { setTimeout as delay } from 'node:timers/promises';
import {
  type AppendOptions,
  type AppendResult,
  type EventStore,
  type NewEvent,
  OutcomeUnknown,
} from '@panshi/event-store';

const firstWaitMs = 10;

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
  for (let wait = firstWaitMs; ; wait *= 2) {
    try {
      return await store.append(stream, events, options);
    } catch (error) {
      if (!(error instanceof OutcomeUnknown) || Date.now() + wait >= deadline) throw error;
      await delay(wait);
    }
  }
};
