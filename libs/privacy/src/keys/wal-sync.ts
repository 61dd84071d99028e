import { open } from 'node:fs/promises';

/** The write-ahead log of a database that a connection holds open (else the file could be replaced). */
export interface WalSync {
  /** Resolves once all that was committed so far would survive power loss. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/**
 * With `synchronous = NORMAL` SQLite syncs its write-ahead log before checkpoints only; this adds the sync after a
 * commit, which makes it what FULL is, but off the event loop. (SQLite locks no byte of this file, so closing the
 * handle drops no lock.)
 */
export const walSync = async (path: string): Promise<WalSync> => {
  const file = await open(`${path}-wal`, 'r+');
  return { sync: () => file.datasync(), close: () => file.close() };
};
