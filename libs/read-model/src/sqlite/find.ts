import { badFilter } from '../refusals.ts';
import { schemaPath } from '../schema-path.ts';
import { phrasesOf } from '../terms.ts';
import type { BoundingBox, FindOptions, Scalar } from '../view-reader.ts';
import { compileFilter, scalarField, type Target } from './filter.ts';
import type { Layout } from './layout.ts';
import { presentItemsOf, fieldOf } from './layout.ts';
import { join, type Sql, sql } from './sql.ts';
import { encoded, toSql } from './value.ts';

/** A field sorted by, as SQL, and its direction. The last is always the id. */
export interface SortKey {
  readonly path: string;
  readonly value: string;
  readonly descending: boolean;
}

const most = { sorts: 4, phrases: 20, text: 200 };

/** The order of a page: ties are broken by id, in the direction of the last field, so that one index serves both ways. */
export const sortKeys = (target: Target, sort: FindOptions['sort'] = {}): readonly SortKey[] => {
  const fields = Object.entries(sort);
  if (fields.length > most.sorts) return badFilter(`sorted by more than ${most.sorts} fields`);
  const keys = fields.map(([path, way]): SortKey => {
    if (way !== 1 && way !== -1) return badFilter('a direction is 1 or -1');
    return { path, value: scalarField(target, path), descending: way === -1 };
  });
  if (keys.some(({ path }) => path === '_id')) return keys.slice(0, keys.findIndex(({ path }) => path === '_id') + 1);
  return [...keys, { path: '_id', value: 'id', descending: keys.at(-1)?.descending ?? false }];
};

export const orderBy = (keys: readonly SortKey[]): string =>
  keys.map(({ value, descending }) => `${value} ${descending ? 'DESC' : 'ASC'}`).join(', ');

/** Rows that come after the given values. The outer bound on the first field is what an index can seek. */
export const afterValues = (keys: readonly SortKey[], given: readonly Scalar[]): Sql => {
  const values = given.map(toSql);
  const steps = keys.map((key, i) =>
    join(
      [
        ...keys.slice(0, i).map((each, k) => sql(`${each.value} = ?`, values[k]!)),
        sql(`${key.value} ${key.descending ? '<' : '>'} ?`, values[i]!),
      ],
      'AND',
    ),
  );
  const outer = sql(`${keys[0]!.value} ${keys[0]!.descending ? '<=' : '>='} ?`, values[0]!);
  return join([outer, join(steps, 'OR')], 'AND');
};

const inBox = (target: Target, { field, west, south, east, north }: BoundingBox): Sql => {
  if (![west, south, east, north].every(Number.isFinite) || west > east || south > north)
    return badFilter('a box goes from south-west to north-east');
  return join(
    [
      sql(`${scalarField(target, `${field}.lon`)} BETWEEN ? AND ?`, west, east),
      sql(`${scalarField(target, `${field}.lat`)} BETWEEN ? AND ?`, south, north),
    ],
    'AND',
  );
};

/** FTS5's query for a text: every phrase of it. */
const matching = (layout: Layout, text: string): Sql => {
  if (layout.text === undefined) return badFilter('this view has no text');
  const phrases = phrasesOf(text);
  if (text.length > most.text || phrases.length > most.phrases) return badFilter('a text too long to search for');
  if (phrases.length === 0) return badFilter('a text without a word');
  const query = phrases.map(({ terms, prefix }) => `"${terms.join(' ')}"${prefix ? '*' : ''}`).join(' AND ');
  return sql(`n IN (SELECT rowid FROM ${layout.text} WHERE terms MATCH ?)`, query);
};

/** Which rows a question is about, whatever their order and page. */
export const conditionOf = (target: Target, { filter, text, within }: FindOptions): Sql =>
  join(
    [
      ...(filter ? [compileFilter(target, filter)] : []),
      ...(within ? [inBox(target, within)] : []),
      ...(text !== undefined ? [matching(target.layout, text)] : []),
    ],
    'AND',
  );

/** Counts by value, the most frequent first; of an array, each item counts. */
export const facetSql = (target: Target, path: string, { text, values }: Sql, limit: number): Sql => {
  const where = schemaPath(target.schema, path) ?? badFilter(`unknown field ${path}`);
  const order = 'GROUP BY 1 ORDER BY 2 DESC, 1';
  if (where.parts.length === 1 && !where.list)
    return sql(
      `SELECT ${scalarField(target, path)}, count(*) FROM ${target.layout.table} WHERE ${text} ${order} LIMIT ${limit}`,
      ...values,
    );
  if (where.parts.length > 2 || (where.parts.length === 2 && where.list)) return badFilter(`no counts of ${path}`);
  const inner = `CASE item.type WHEN 'object' THEN item.value ELSE '{}' END`;
  const value = where.list ? encoded('item.type', 'item.value') : fieldOf(inner, where.parts[1]!, where.type);
  const from = `(SELECT document AS d FROM ${target.layout.table} WHERE ${text}), ${presentItemsOf('d', where.parts[0]!)} AS item`;
  return sql(`SELECT ${value}, count(*) FROM ${from} ${order} LIMIT ${limit}`, ...values);
};
