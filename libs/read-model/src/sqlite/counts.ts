import type { CheckedFilter } from '../question/filter.ts';
import type { Asked } from '../question/question.ts';
import { quoted } from './sql.ts';

/** How many documents have which values of some fields: a row for each combination that occurs. */
export interface Counts {
  readonly table: string;
  /** The fields; their columns are called as those of the documents' table are. */
  readonly paths: readonly string[];
}

/**
 * The table of a view's counts, and triggers that keep it: whatever changes a document changes its counts in the same
 * transaction, so that they are right at any moment, and anew where the view is built anew.
 */
export const countsOf = (
  documents: string,
  table: string,
  paths: readonly string[],
  columns: Readonly<Record<string, string>>,
): { readonly counts: Counts; readonly create: readonly string[] } => {
  const names = paths.map((path) => columns[path]!);
  const of = (row: 'old' | 'new'): string => names.map((name) => `${row}.${name}`).join(', ');
  const increment = `INSERT INTO ${table} VALUES (${of('new')}, 1) ON CONFLICT DO UPDATE SET n = n + 1;`;
  const where = names.map((name) => `${name} = old.${name}`).join(' AND ');
  const decrement = `UPDATE ${table} SET n = n - 1 WHERE ${where}; DELETE FROM ${table} WHERE ${where} AND n = 0;`;
  const trigger = (when: string, then: string): string =>
    `CREATE TRIGGER ${quoted(`${table.slice(1, -1)} ${when.split(' ')[0]}`)} AFTER ${when} BEGIN ${then} END`;
  return {
    counts: { table, paths },
    create: [
      `CREATE TABLE ${table} (${names.join(', ')}, n INTEGER NOT NULL, PRIMARY KEY (${names.join(', ')})) WITHOUT ROWID`,
      trigger(`INSERT ON ${documents}`, increment),
      trigger(`DELETE ON ${documents}`, decrement),
      trigger(`UPDATE OF ${names.join(', ')} ON ${documents}`, `${decrement} ${increment}`),
    ],
  };
};

/** Whether the counts alone say how many documents a question is about, by the values of a field where one is given. */
export const countsSuffice = ({ paths }: Counts, { filter, within, phrases }: Asked, path?: string): boolean =>
  !within && !phrases && (path === undefined || paths.includes(path)) && (!filter || namesOnly(paths, filter));

/** An absent value counts as null, so the counts do not know what is present. */
const namesOnly = (paths: readonly string[], filter: CheckedFilter): boolean =>
  filter.kind === 'field'
    ? paths.includes(filter.path) && filter.test.kind !== 'presence'
    : filter.of.every((each) => namesOnly(paths, each));
