import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';
import { isBusy } from './failures.ts';

const sleeper = new Int32Array(new SharedArrayBuffer(4));

/**
 * Tries until another process lets go of the lock or `timeoutMs` has passed, pausing 0.3–1 ms at random: SQLite's own
 * busy handler backs off to 100 ms steps, and was seen to wait half a second beside a busy writer. It blocks: a writer
 * has a thread of its own.
 */
export const whileBusy = <T>(timeoutMs: number, attempt: () => T): T => {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    try {
      return attempt();
    } catch (error) {
      if (!isBusy(error) || performance.now() > deadline) throw error;
    }
    Atomics.wait(sleeper, 0, 0, 0.3 + Math.random() * 0.7);
  }
};

/** Begins a transaction that writes, as {@link whileBusy} does. */
export const begin = (db: DatabaseSync, lockTimeoutMs: number): void =>
  whileBusy(lockTimeoutMs, () => db.exec('BEGIN IMMEDIATE'));

/** Does all of the work, or nothing where it throws. */
export const inTransaction = <T>(db: DatabaseSync, work: () => T, lockTimeoutMs = 0): T => {
  begin(db, lockTimeoutMs);
  try {
    const done = work();
    db.exec('COMMIT');
    return done;
  } catch (error) {
    // SQLite has rolled back by itself where the disk was full.
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
};

/** Begins as {@link begin} does, without blocking the thread, in steps of 1–3 ms. */
export const beginLater = async (db: DatabaseSync, lockTimeoutMs: number): Promise<void> => {
  const deadline = performance.now() + lockTimeoutMs;
  for (;;) {
    try {
      return db.exec('BEGIN IMMEDIATE');
    } catch (error) {
      if (!isBusy(error) || performance.now() > deadline) throw error;
      await delay(1 + Math.random() * 2);
    }
  }
};

/** Opens a connection that writes, and closes it again where it cannot be set up. It does not wait for locks by itself. */
export const openWriter = <T>(path: string, setUp: (db: DatabaseSync) => T): T => {
  const db = new DatabaseSync(path, { timeout: 0 });
  try {
    return setUp(db);
  } catch (error) {
    db.close();
    throw error;
  }
};

/** Opens a connection that only reads. A read left open across a tick would keep the write-ahead log from starting over. */
export const openReader = (path: string, lockTimeoutMs = 1000): DatabaseSync =>
  new DatabaseSync(path, { readOnly: true, timeout: lockTimeoutMs });

/** Prepares each statement once. @param arrays whether rows are arrays, not objects */
export const statementsOf = (db: DatabaseSync, arrays = false): ((text: string) => StatementSync) => {
  const statements = new Map<string, StatementSync>();
  return (text) => {
    const statement = statements.get(text) ?? db.prepare(text);
    if (!statements.has(text)) statement.setReturnArrays(arrays);
    statements.set(text, statement);
    return statement;
  };
};

export const pragma = (db: DatabaseSync, name: string): number =>
  Number(Object.values(db.prepare(`PRAGMA ${name}`).get() ?? {})[0]);

export const isEmptyFile = (db: DatabaseSync): boolean =>
  db.prepare('SELECT count(*) AS n FROM sqlite_schema').get()!['n'] === 0;
