import { openKurrentEventStore } from './kurrentdb/open.ts';
import type { EventStore } from './port.ts';
import { toPosition } from './position.ts';
import { readAll } from './read-all.ts';
import { openReader } from '@panshi/database/sqlite';
import { LogReader } from './sqlite/reader.ts';

/** A log that is read and not appended to. */
export type LogReading = Pick<EventStore, 'readAll' | 'head' | 'densePositions' | 'close'>;

/** Where a log is: a SQLite file, or a KurrentDB server. Plain data: it crosses a thread. */
export type LogAddress = { readonly path: string } | { readonly url: string };

/** Opens a log that another thread or process has made, to read it beside that. */
export const openForReading = async (address: LogAddress): Promise<LogReading> => {
  if ('url' in address) return openKurrentEventStore(address);
  const reader = new LogReader(openReader(address.path));
  return {
    densePositions: true,
    readAll: (options = {}) => readAll(reader, options),
    head: async () => toPosition(reader.lastOrdinal()),
    close: async () => reader.close(),
  };
};
