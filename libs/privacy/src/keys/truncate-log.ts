import type { DatabaseSync } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';
import { KeysUnavailable } from '../errors.ts';

const attempts = 500;

/**
 * Empties the write-ahead log, where copies of destroyed keys would outlive them.
 * @throws {KeysUnavailable} while another process keeps it in use; asking again is harmless
 */
export const truncateLog = async (db: DatabaseSync): Promise<void> => {
  for (let attempt = 0; attempt < attempts; attempt++) {
    if (db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()?.['busy'] === 0) return;
    await delay(2 + Math.random() * 8);
  }
  throw new KeysUnavailable('the write-ahead log of the keys is in use and may still hold destroyed keys: erase again');
};
