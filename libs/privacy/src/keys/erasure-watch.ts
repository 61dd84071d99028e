import type { DatabaseSync } from 'node:sqlite';

/**
 * Names the subjects erased since it was asked last, here or by another process: commits of other connections show in
 * SQLite's data version, which is read once in a turn of the event loop.
 */
export const erasureWatch = (db: DatabaseSync): (() => readonly string[]) => {
  const dataVersion = db.prepare('PRAGMA data_version');
  const since = db.prepare('SELECT seq, subject FROM erasure WHERE seq > ? ORDER BY seq');
  let seenVersion: unknown;
  let seenErasure = 0;
  let lookedThisTurn = false;
  return () => {
    if (lookedThisTurn) return [];
    lookedThisTurn = true;
    setImmediate(() => (lookedThisTurn = false));
    const version = dataVersion.get()?.['data_version'];
    if (version === seenVersion) return [];
    seenVersion = version;
    const erased = since.all(seenErasure) as unknown as { seq: number; subject: string }[];
    seenErasure = erased.at(-1)?.seq ?? seenErasure;
    return erased.map(({ subject }) => subject);
  };
};
