import { isEmptyFile, pragma } from '@panshi/database/sqlite';
import type { DatabaseSync } from 'node:sqlite';
import { createText, type Layout } from '../sqlite/layout.ts';
import { quoted } from '../sqlite/sql.ts';
import { isPacked } from './packing.ts';

/** "PANP": marks a file as snapshots of Panshi's views. */
const applicationId = 0x50414e50;
const formatVersion = 1;

/** The mark at which what is there now ends: none yet. */
export const open = 2 ** 23 - 1;

/** A file that is another's, or of a format that this build does not know. */
export class OtherFormat extends Error {
  override readonly name = 'OtherFormat';
}

const tables = `
  CREATE TABLE views (name TEXT PRIMARY KEY, layout TEXT NOT NULL, witness TEXT) STRICT, WITHOUT ROWID;
  CREATE TABLE marks (
    name TEXT NOT NULL, mark INTEGER NOT NULL, position TEXT NOT NULL, events INTEGER NOT NULL, PRIMARY KEY (name, mark)
  ) STRICT, WITHOUT ROWID;
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

/**
 * The tables of one view. A row is a document from one mark (`since`) until another (`until`): what did not change between
 * two marks is stored once for both, and what is between marks is folded.
 */
export const viewTables = (layout: Layout): readonly string[] => {
  const { table, text, generated, keys } = layout;
  const index = (name: string, by: string): string =>
    `CREATE INDEX ${quoted(`${nameOf(layout)} ${name}`)} ON ${table} (${by})`;
  return [
    `CREATE TABLE ${table} (n INTEGER PRIMARY KEY, id TEXT NOT NULL, since INTEGER NOT NULL, until INTEGER NOT NULL,
      document ${isPacked(layout) ? 'BLOB' : 'TEXT'} NOT NULL${generated.map((column) => `, ${column} VIRTUAL`).join('')})`,
    ...(text ? [createText(text)] : []),
    index('id', 'id, until'),
    `${index('ended', 'until, since')} WHERE until < ${open}`,
    // What has ended is so little for each moment that it is looked through; what came since is passed over in the index.
    ...keys.map((key, i) => `${index(String(i), `${key}, since`)} WHERE until = ${open}`),
  ];
};
