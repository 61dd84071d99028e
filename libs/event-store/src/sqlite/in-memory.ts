import { DatabaseSync } from 'node:sqlite';
import { StoreUnavailable } from '../errors.ts';
import type { EventStore } from '../port.ts';
import { Wakeups } from '../wakeups.ts';
import { draftImport, headAfter } from './import.ts';
import { LogWriter } from './log-writer.ts';
import { isDone } from './protocol.ts';
import { LogReader } from './reader.ts';
import { doneOrThrow } from './refusal.ts';
import { createTables } from './schema.ts';
import { SqliteEventStore } from './sqlite-event-store.ts';
import type { LogWriting } from './writer.ts';

/** Writes on this thread, on the connection that is read from: no other can reach it. */
const writingTo = (db: DatabaseSync): LogWriting => {
  const log = new LogWriter(db);
  let closed = false;
  const open = (): LogWriter => {
    if (closed) throw new StoreUnavailable('the log was closed');
    return log;
  };
  return {
    request: async (request) => open().commit([request], () => [])[0]!,
    import: async (events) => {
      const drafts = (await Array.fromAsync(events)).map(draftImport);
      doneOrThrow(open().load('begin'));
      const taken = log.load(drafts);
      const ended = log.load(isDone(taken) ? 'commit' : 'rollback');
      return headAfter(isDone(taken) ? ended : taken);
    },
    drain: async () => void (closed = true),
    close: async () => undefined,
  };
};

/** A log for tests, gone with the process. @param clock milliseconds since 1970, as Date.now gives them */
export const openMemoryEventStore = ({ clock = Date.now } = {}): EventStore => {
  const db = new DatabaseSync(':memory:');
  createTables(db);
  return new SqliteEventStore(new LogReader(db), writingTo(db), new Wakeups(() => false, undefined, 0), clock);
};
