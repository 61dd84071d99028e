import type { EventStore } from '@panshi/event-store';
import type { AppendHint } from '@panshi/messaging/nats';
import type { AppendedTypes } from '../models/appended-types.ts';

/** What is done when another process says that it has appended: look at the log now, and wait for what a command needs. */
export const applyAppendHint =
  (store: Pick<EventStore, 'wake' | 'head'>, appended: AppendedTypes) =>
  async ({ position, types }: AppendHint): Promise<void> => {
    store.wake?.();
    // A position that the log does not have would be waited for in vain.
    if (position <= (await store.head())) appended.note(types, position);
  };
