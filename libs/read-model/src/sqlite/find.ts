import { hasManyValues } from '../question/filter.ts';
import { type Asked, type FacetField, facetValues, type SortKey } from '../question/question.ts';
import type { Phrase } from '../terms.ts';
import type { BoundingBox, Scalar } from '../view-reader.ts';
import { countsSuffice } from './counts.ts';
import { compileFilter, scalarField, type Target } from './filter.ts';
import type { Layout } from './layout.ts';
import { presentItemsOf, fieldOf } from './layout.ts';
import { join, type Sql, sql } from './sql.ts';
import { encoded, toSql } from './value.ts';

/** A field sorted by, as SQL, and its direction. */
export interface SortColumn {
  readonly value: string;
  readonly descending: boolean;
}

export const sortColumns = (target: Target, keys: readonly SortKey[]): readonly SortColumn[] =>
  keys.map(({ path, descending }) => ({ value: scalarField(target, path), descending }));

export const orderBy = (columns: readonly SortColumn[]): string =>
  columns.map(({ value, descending }) => `${value} ${descending ? 'DESC' : 'ASC'}`).join(', ');

/** Rows that come after the given values. The outer bound on the first field is what an index can seek. */
export const afterValues = (columns: readonly SortColumn[], given: readonly Scalar[]): Sql => {
  const values = given.map(toSql);
  const steps = columns.map((column, i) =>
    join(
      [
        ...columns.slice(0, i).map((each, k) => sql(`${each.value} = ?`, values[k]!)),
        sql(`${column.value} ${column.descending ? '<' : '>'} ?`, values[i]!),
      ],
      'AND',
    ),
  );
  const outer = sql(`${columns[0]!.value} ${columns[0]!.descending ? '<=' : '>='} ?`, values[0]!);
  return join([outer, join(steps, 'OR')], 'AND');
};

const inBox = (target: Target, { field, west, south, east, north }: BoundingBox): Sql =>
  join(
    [
      sql(`${scalarField(target, `${field}.lon`)} BETWEEN ? AND ?`, west, east),
      sql(`${scalarField(target, `${field}.lat`)} BETWEEN ? AND ?`, south, north),
    ],
    'AND',
  );

/** FTS5's query for a text: every phrase of it. */
const matching = (layout: Layout, phrases: readonly Phrase[]): Sql => {
  const query = phrases.map(({ terms, prefix }) => `"${terms.join(' ')}"${prefix ? '*' : ''}`).join(' AND ');
  const rows = layout.searched.map((table) => `SELECT rowid FROM ${table} WHERE terms MATCH ?`);
  return sql(`n IN (${rows.join(' UNION ALL ')})`, ...rows.map(() => query));
};

/** Which rows a question is about, whatever their order and page. */
export const conditionOf = (target: Target, { filter, phrases, within }: Asked): Sql =>
  join(
    [
      ...(filter ? [compileFilter(target, filter)] : []),
      ...(within ? [inBox(target, within)] : []),
      ...(phrases ? [matching(target.layout, phrases)] : []),
    ],
    'AND',
  );

/** Where documents are counted, and how: in the counts kept of them where those suffice, else one by one. */
const counting = ({ layout: { counts, table } }: Target, asked: Asked, path?: string) =>
  counts && countsSuffice(counts, asked, path)
    ? { from: counts.table, number: 'ifnull(sum(n), 0)' }
    : { from: table, number: 'count(*)' };

export const totalSql = (target: Target, asked: Asked): Sql => {
  const { text, values } = conditionOf(target, asked);
  const { from, number } = counting(target, asked);
  return sql(`SELECT ${number} FROM ${from} WHERE ${text}`, ...values);
};

/** Counts by value, the most frequent first; of an array, each item counts. */
export const facetSql = (target: Target, { path, where }: FacetField, asked: Asked): Sql => {
  const { text, values } = conditionOf(target, asked);
  const order = `GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${facetValues}`;
  const { table } = target.layout;
  if (!hasManyValues(where)) {
    const { from, number } = counting(target, asked, path);
    return sql(`SELECT ${scalarField(target, path)}, ${number} FROM ${from} WHERE ${text} ${order}`, ...values);
  }
  const inner = `CASE item.type WHEN 'object' THEN item.value ELSE '{}' END`;
  const value = where.list ? encoded('item.type', 'item.value') : fieldOf(inner, where.parts[1]!, where.type);
  const items = `(SELECT document AS d FROM ${table} WHERE ${text}), ${presentItemsOf('d', where.parts[0]!)} AS item`;
  return sql(`SELECT ${value}, count(*) FROM ${items} ${order}`, ...values);
};
