import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type EventStore, openKurrentEventStore, openSqliteEventStore } from '@panshi/event-store';
import { OperatorError } from '@panshi/kernel';

/** Opens the log that PANSHI_EVENTS names, else that of a data folder; beside a running server, or alone. */
export const openLog = async (data: string): Promise<EventStore> => {
  const url = process.env.PANSHI_EVENTS;
  if (url && !url.startsWith('sqlite:')) return openKurrentEventStore({ url, clock: Date.now });
  const path = url?.startsWith('sqlite:') ? url.slice('sqlite:'.length) : join(data, 'events.db');
  if (!existsSync(path))
    throw new OperatorError(`There is no log at ${path}: give its folder with --data, or start Panshi once.`);
  return openSqliteEventStore({ path, clock: Date.now });
};
