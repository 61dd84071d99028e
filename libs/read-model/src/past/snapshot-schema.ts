import { isEmptyFile, pragma } from '@panshi/database/sqlite';
import type { DatabaseSync } from 'node:sqlite';
import { createText, type Layout } from '../sqlite/layout.ts';
import { quoted } from '../sqlite/sql.ts';
import { isPacked } from './packing.ts';

/** "PANP": marks a file as snapshots of Panshi's views. */
const applicationId = 0x50414e50;
const formatVersion = 2;

/** A file that is another's, or of a format that this build does not know. */
export class OtherFormat extends Error {
  override readonly name = 'OtherFormat';
}

/** `bytes` are those of the documents that a view has now; `ended` holds what documents were before they changed. */
const tables = `
  CREATE TABLE views (
    name TEXT PRIMARY KEY, layout TEXT NOT NULL, witness TEXT, bytes INTEGER NOT NULL DEFAULT 0
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE marks (
    name TEXT NOT NULL, mark INTEGER NOT NULL, position TEXT NOT NULL, events INTEGER NOT NULL, PRIMARY KEY (name, mark)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE ended (
    n INTEGER PRIMARY KEY, name TEXT NOT NULL, since INTEGER NOT NULL, until INTEGER NOT NULL, documents BLOB NOT NULL
  ) STRICT;
  CREATE INDEX ended_until ON ended (name, until, since);
  CREATE TABLE parked (
    name TEXT NOT NULL, id TEXT NOT NULL, position TEXT NOT NULL, PRIMARY KEY (name, id)
  ) STRICT, WITHOUT ROWID;
  PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${formatVersion};
`;

/** Lays the tables in a new file. @throws {OtherFormat} */
export const layTables = (db: DatabaseSync): void => {
  const laid = pragma(db, 'application_id') === applicationId && pragma(db, 'user_version') === formatVersion;
  if (laid) return;
  if (!isEmptyFile(db)) throw new OtherFormat('no file of snapshots that this build knows');
  db.exec(tables);
};

export const nameOf = ({ view, version }: Pick<Layout, 'view' | 'version'>): string => `${view}@${version}`;

/** The documents that a view has now, each with the mark that it came with (`since`). */
export const viewTables = (layout: Layout): readonly string[] => {
  const { table, text, generated } = layout;
  const document = `document ${isPacked(layout) ? 'BLOB' : 'TEXT'} NOT NULL`;
  const columns = generated.map((column) => `, ${column} VIRTUAL`).join('');
  return [
    `CREATE TABLE ${table} (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, since INTEGER NOT NULL, ${document}${columns})`,
    ...(text ? [createText(text)] : []),
  ];
};

/** What came since a mark is passed over in the index. */
export const viewIndexes = (layout: Layout): readonly string[] =>
  layout.keys.map((key, i) => {
    const name = quoted(`${nameOf(layout)} ${i}`);
    return `CREATE INDEX IF NOT EXISTS ${name} ON ${layout.table} (${key}, since)`;
  });
