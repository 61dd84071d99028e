import type { DatabaseSync } from 'node:sqlite';
import type { Layout } from './layout.ts';

/** Builds the indexes of a view that are not there yet, and has SQLite count what they hold. In the caller's transaction. */
export const buildIndexes = (db: DatabaseSync, { index, table }: Pick<Layout, 'index' | 'table'>): void => {
  for (const statement of index) db.exec(statement);
  db.exec(`PRAGMA analysis_limit = 1000; ANALYZE ${table}`);
};
