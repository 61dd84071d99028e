import type { Instant } from '@panshi/kernel';
import type { DatabaseSync } from 'node:sqlite';
import type { GroupWriter } from '../keys/group-writer.ts';

/** Sessions that ended before their tokens ran out. */
export interface EndedSessions {
  /** Remembers one until then, and forgets those whose time is over; durable when resolved. */
  put(session: string, until: Instant, now: Instant): Promise<void>;
  /** Those that are remembered now. */
  all(now: Instant): Promise<readonly string[]>;
}

export const sqliteEndedSessions = (db: DatabaseSync, writer: GroupWriter): EndedSessions => {
  const read = db.prepare('SELECT session FROM ended_session WHERE until > ?');
  const replace = db.prepare('INSERT OR REPLACE INTO ended_session VALUES (?, ?)');
  const forget = db.prepare('DELETE FROM ended_session WHERE until <= ?');
  return {
    put: (session, until, now) =>
      writer.write(() => {
        forget.run(now);
        replace.run(session, until);
      }),
    all: async (now) => read.all(now).map((row) => row['session'] as string),
  };
};
