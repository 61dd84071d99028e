import type { Test } from '../question/condition.ts';
import { type CheckedFilter, hasManyValues, singleField } from '../question/filter.ts';
import type { Schema } from 'mongoose';
import type { Scalar } from '../view-reader.ts';
import type { SchemaPath } from '../schema-path.ts';
import { valueTest } from './condition.ts';
import { fieldOf, itemsOf, type Layout, typeOf } from './layout.ts';
import { join, not, type Sql, sql } from './sql.ts';
import { encoded } from './value.ts';

/** The view a filter is compiled for. */
export interface Target {
  readonly schema: Schema;
  readonly layout: Layout;
  /** Whether a range of a column holds so many rows that its index is not worth using; absent: never. */
  readonly isWide?: (range: Sql, path: string) => boolean;
  /** The same of rows that have one of some values. */
  readonly isCommon?: (found: Sql, path: string, values: readonly Scalar[]) => boolean;
}

/** A checked filter as SQL. */
export const compileFilter = (target: Target, filter: CheckedFilter): Sql => {
  if (filter.kind === 'field') return field(target, filter);
  return join(
    filter.of.map((each) => compileFilter(target, each)),
    filter.kind === 'all' ? 'AND' : 'OR',
  );
};

/** SQL for a single-valued field. @throws {Rejection} `view.bad-filter` when it is in an array, or unknown */
export const scalarField = ({ schema, layout: { columns } }: Target, path: string): string => {
  if (path === '_id') return 'id';
  const column = Object.hasOwn(columns, path) ? columns[path] : undefined;
  if (column) return column;
  const { parts, type } = singleField(schema, path);
  return fieldOf('document', parts[0]!, type);
};

const field = (target: Target, { path, where, test }: CheckedFilter & { kind: 'field' }): Sql => {
  if (path === '_id') return onScalar(test, 'id', `'text'`);
  if (hasManyValues(where)) return onItems(test, where);
  const isUnselective = (found: Sql): boolean => {
    if (!target.layout.indexed.some(([first]) => first === path)) return false;
    const judged = test.kind === 'among' ? target.isCommon?.(found, path, test.values) : target.isWide?.(found, path);
    return judged === true;
  };
  return onScalar(test, scalarField(target, path), typeOf('document', where.parts[0]!), isUnselective);
};

const isNone = (test: Test): boolean => (test.kind === 'presence' ? !test.wanted : test.kind === 'among' && test.none);

const onScalar = (test: Test, value: string, type: string, isUnselective?: (found: Sql) => boolean): Sql => {
  if (test.kind === 'presence') return sql(`${type} IS ${test.wanted ? 'NOT ' : ''}NULL`);
  const found = valueTest(test, value);
  if (isNone(test)) return not(found);
  // The plus keeps SQLite from the index: it does not know how values are distributed, and would sort half the table.
  return isUnselective?.(found) ? valueTest(test, `+${value}`) : found;
};

/** Walks the arrays of a path, one `json_each` an array, and tests what it ends in. */
const onItems = (test: Test, { parts, list, type }: SchemaPath): Sql => {
  const whole = list && test.kind !== 'presence';
  const arrays = whole ? parts : parts.slice(0, -1);
  const items = arrays.map((part, i) => `${itemsOf(i === 0 ? 'document' : inner(`e${i - 1}`), part)} AS e${i}`);
  const item = `e${arrays.length - 1}`;
  const holder = arrays.length === 0 ? 'document' : inner(item);
  const last = parts.at(-1)!;
  const found =
    test.kind === 'presence'
      ? sql(`${typeOf(holder, last)} IS NOT NULL`)
      : valueTest(test, whole ? encoded(`${item}.type`, `${item}.value`) : fieldOf(holder, last, type));
  const from = items.length === 0 ? '' : ` FROM ${items.join(', ')}`;
  const some: Sql = { text: `EXISTS (SELECT 1${from} WHERE ${found.text})`, values: found.values };
  return isNone(test) ? not(some) : some;
};

/** An item as a document to look into; scalars have no fields. */
const inner = (each: string): string =>
  `CASE WHEN ${each}.type IN ('object', 'array') THEN ${each}.value ELSE '{}' END`;
