import type { DatabaseSync } from 'node:sqlite';

/** "PANS": marks a file as a Panshi log. */
export const applicationId = 0x50414e53;

/** The file format this build reads and writes (`PRAGMA user_version`): of its tables and its envelopes. */
export const formatVersion = 2;

/**
 * `events.position` counts from 1 without a gap. `log` is one row, rewritten by every commit, so that a commit lost
 * from the file is missed (see mark.ts). An index ends in the rowid, so `events_by_type` is (type, position). `regions` has
 * each region of each event; `late` what was not recorded promptly (see late.ts), by the instant it happened at.
 */
const tables = `
  CREATE TABLE events (
    position INTEGER PRIMARY KEY,
    stream TEXT NOT NULL,
    version INTEGER NOT NULL,
    type TEXT NOT NULL,
    id TEXT NOT NULL,
    recorded_at INTEGER NOT NULL,
    envelope BLOB NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX events_by_stream ON events (stream, version);
  CREATE UNIQUE INDEX events_by_id ON events (id);
  CREATE INDEX events_by_type ON events (type);
  CREATE TABLE regions (
    region TEXT NOT NULL, position INTEGER NOT NULL, PRIMARY KEY (region, position)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE late (
    occurred_at TEXT NOT NULL, position INTEGER NOT NULL, PRIMARY KEY (occurred_at, position)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE log (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    commits INTEGER NOT NULL,
    position INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL
  ) STRICT;
  INSERT INTO log VALUES (1, 0, 0, 0);
  CREATE TABLE checkpoints (
    name TEXT PRIMARY KEY,
    owner TEXT NOT NULL,
    fence INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    position INTEGER
  ) STRICT, WITHOUT ROWID;
`;

/** Lays the tables in an empty file; in the caller's transaction. */
export const createTables = (db: DatabaseSync): void => {
  db.exec(`${tables}; PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${formatVersion}`);
};
