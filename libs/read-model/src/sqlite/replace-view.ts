import type { DatabaseSync } from 'node:sqlite';
import { buildIndexes } from './indexes.ts';
import type { Layout } from './layout.ts';
import { quoted } from './sql.ts';

const keyOf = ({ view, version }: Layout): string => `${view}@${version}`;

/**
 * Puts a view in the place of another, of the same version, fields and indexes. In the caller's transaction. Indexes
 * and triggers keep their names when their table gets another, so they are made again: their names are free for the next
 * replacement.
 */
export const replaceView = (db: DatabaseSync, layout: Layout, by: Layout): void => {
  const [old, fresh] = [keyOf(layout), keyOf(by)];
  for (const statement of layout.drop) db.exec(statement);
  const named = db.prepare(
    'SELECT type, name FROM sqlite_schema WHERE tbl_name = ? AND type IN (?, ?) AND sql IS NOT NULL',
  );
  for (const { type, name } of named.all(fresh, 'index', 'trigger'))
    db.exec(`DROP ${String(type)} ${quoted(String(name))}`);
  db.exec(`ALTER TABLE ${by.table} RENAME TO ${layout.table}`);
  if (by.text !== undefined) db.exec(`ALTER TABLE ${by.text} RENAME TO ${layout.text}`);
  if (by.counts !== undefined) db.exec(`ALTER TABLE ${by.counts.table} RENAME TO ${layout.counts!.table}`);
  for (const statement of layout.create) if (statement.startsWith('CREATE TRIGGER')) db.exec(statement);
  buildIndexes(db, layout);
  db.prepare(
    `UPDATE views SET (checkpoint, witness, indexed) =
       (SELECT checkpoint, witness, 1 FROM views WHERE view = ? AND version = ?) WHERE view = ? AND version = ?`,
  ).run(by.view, by.version, layout.view, layout.version);
  db.prepare('DELETE FROM views WHERE view = ? AND version = ?').run(by.view, by.version);
  for (const table of ['tombstones', 'parked']) {
    db.prepare(`DELETE FROM ${table} WHERE name = ?`).run(old);
    db.prepare(`UPDATE ${table} SET name = ? WHERE name = ?`).run(old, fresh);
  }
};
