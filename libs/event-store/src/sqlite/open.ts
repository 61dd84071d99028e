import { dirname, resolve } from 'node:path';
import { fullDisk, isFull, makeFolder, openReader } from '@panshi/database/sqlite';
import { UnusableStore } from '../errors.ts';
import type { EventStore } from '../port.ts';
import { Wakeups } from '../wakeups.ts';
import { inspect } from './inspect.ts';
import { LogReader } from './reader.ts';
import { SqliteEventStore } from './sqlite-event-store.ts';
import { Writer } from './writer.ts';

export interface SqliteEventStoreOptions {
  /** The log's file; it is made, with its folder, when it is not there. Beside it live `-wal`, `-shm` and `-mark`. */
  readonly path: string;
  /** Milliseconds since 1970, as Date.now gives them. */
  readonly clock?: () => number;
  /** How long a write waits for another process to let go of the file, in milliseconds. */
  readonly lockTimeoutMs?: number;
  /** Most writes that may wait; more are refused as StoreUnavailable. */
  readonly maxPending?: number;
  /** Most characters of envelopes that may wait. */
  readonly maxPendingChars?: number;
  /** Most pages (of 4 KiB) the file may have; beyond, it is as a full disk. */
  readonly maxPages?: number;
}

/** How often it is looked whether another process has written, in milliseconds. */
const pollMs = 10;

/**
 * Opens the log in a file.
 * @throws {UnusableStore} when it is damaged or of another format, having changed nothing; when its disk is full
 */
export const openSqliteEventStore = async (options: SqliteEventStoreOptions): Promise<EventStore> => {
  const { clock = Date.now, lockTimeoutMs = 5000, maxPages } = options;
  const { maxPending = 10_000, maxPendingChars = 64 * 1_048_576 } = options;
  const path = resolve(options.path);
  try {
    inspect(path);
    makeFolder(dirname(path));
    const writer = await Writer.start({ path, lockTimeoutMs, maxPages }, { maxPending, maxPendingChars });
    const reader = new LogReader(openReader(path));
    let seen = reader.dataVersion();
    const wakeups = new Wakeups(() => seen !== (seen = reader.dataVersion()), pollMs);
    return new SqliteEventStore(reader, writer, wakeups, clock);
  } catch (error) {
    throw isFull(error) ? new UnusableStore(fullDisk(path), { cause: error }) : error;
  }
};
