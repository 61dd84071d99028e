import { join } from 'node:path';
import { openSqliteEventStore, type RecordedEvent } from '@panshi/event-store';

/** Every event in a data folder's log, read past the server. */
export const logOf = async (data: string): Promise<readonly RecordedEvent[]> => {
  const store = await openSqliteEventStore({ path: join(data, 'events.db') });
  const events: RecordedEvent[] = [];
  try {
    for await (const event of store.readAll()) events.push(event);
  } finally {
    await store.close();
  }
  return events;
};
