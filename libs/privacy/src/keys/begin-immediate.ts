import type { DatabaseSync } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';

const maxBusyMs = 5_000;
const sqliteBusy = 5;

/** Begins a write transaction, waiting for another process without blocking this one's event loop. */
export const beginImmediate = async (db: DatabaseSync): Promise<void> => {
  const deadline = performance.now() + maxBusyMs;
  for (;;) {
    try {
      return db.exec('BEGIN IMMEDIATE');
    } catch (error) {
      if ((error as { errcode?: number }).errcode !== sqliteBusy || performance.now() > deadline) throw error;
      await delay(1 + Math.random() * 2);
    }
  }
};
