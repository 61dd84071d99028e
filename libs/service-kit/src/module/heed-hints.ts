import type { EventStore } from '@panshi/event-store';
import type { AppendHint } from '@panshi/messaging/nats';
import type { AppendedTypes } from '../models/appended-types.ts';

/** What is done about a hint: the log is looked at now, and what a command needs is waited for. */
export const heedHints =
  (store: Pick<EventStore, 'wake' | 'head'>, appended: AppendedTypes) =>
  async ({ position, types }: AppendHint): Promise<void> => {
    store.wake?.();
    // A position that the log does not have would be waited for in vain.
    if (position <= (await store.head())) appended.note(types, position);
  };
