import { isEmptyFile, pragma } from '@panshi/database/sqlite';
import type { DatabaseSync } from 'node:sqlite';

/** "PANV": marks a file as Panshi's views. */
export const applicationId = 0x50414e56;

/** The file format this build reads and writes (`PRAGMA user_version`). */
export const formatVersion = 2;

/** `views.indexed` is 0 until the first load is complete. `leases` outlive a dropped view: fences never go back. */
const tables = `
  CREATE TABLE views (
    view TEXT NOT NULL, version INTEGER NOT NULL, layout TEXT NOT NULL,
    checkpoint TEXT, indexed INTEGER NOT NULL DEFAULT 0, witness TEXT,
    PRIMARY KEY (view, version)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE leases (
    name TEXT PRIMARY KEY, owner TEXT NOT NULL, fence INTEGER NOT NULL, expires_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE tombstones (
    name TEXT NOT NULL, id TEXT NOT NULL, seen TEXT NOT NULL, PRIMARY KEY (name, id)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE parked (
    name TEXT NOT NULL, id TEXT NOT NULL, position TEXT NOT NULL, after TEXT, error TEXT NOT NULL,
    PRIMARY KEY (name, id)
  ) STRICT, WITHOUT ROWID;
`;

/** Why a file cannot be used as views, or undefined when it can: it is ours, or empty and now laid out. */
export const layTables = (db: DatabaseSync): string | undefined => {
  const [id, format] = [pragma(db, 'application_id'), pragma(db, 'user_version')];
  if (isEmptyFile(db) && id === 0) {
    db.exec(`${tables}; PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${formatVersion}`);
    return undefined;
  }
  if (id !== applicationId) return 'is no file of Panshi views';
  if (format !== formatVersion) return `has format ${format}, and this build knows format ${formatVersion}`;
  return undefined;
};
