import { createText, type Layout } from '../sqlite/layout.ts';
import { unpacked } from './packing.ts';

/** Above every row of the snapshots. */
export const firstRow = 2 ** 40;

/**
 * The table of what is otherwise than the file of snapshots, attached as `base`, has it now, and a view over both as of
 * a mark, under the name of the view's table. Without a mark, all there is has been folded.
 */
export const overlayTables = (layout: Layout, mark: number | undefined): readonly string[] => {
  const { table, text, columns, generated } = layout;
  const fields = ['document', 'n', 'id', ...Object.values(columns)].join();
  const over = `SELECT ${fields} FROM main.changed WHERE document IS NOT NULL`;
  const below = `SELECT ${unpacked(layout)} AS ${fields} FROM base.${table} AS below
    WHERE since <= ${mark} AND NOT EXISTS (SELECT 1 FROM main.changed WHERE changed.id = below.id)`;
  return [
    `CREATE TABLE main.changed (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, document TEXT
      ${generated.map((column) => `, ${column} VIRTUAL`).join('')})`,
    ...(text ? [createText(`main.${text}`)] : []),
    `CREATE TEMP VIEW ${table} AS ${[...(mark === undefined ? [] : [below]), over].join(' UNION ALL ')}`,
  ];
};
