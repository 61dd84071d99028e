import type { Schema } from 'mongoose';
import { badFilter } from '../refusals.ts';
import { type SchemaPath, schemaPath } from '../schema-path.ts';
import type { Condition, Filter, Scalar } from '../view-reader.ts';
import { type Test, testsOf } from './condition.ts';
import { fieldOf, itemsOf, type Layout, typeOf } from './layout.ts';
import { join, not, type Sql, sql } from './sql.ts';
import { encoded } from './value.ts';

/** The view a filter is compiled for. */
export interface Target {
  readonly schema: Schema;
  readonly layout: Layout;
  /** Whether a range of a column holds so many rows that its index leads nowhere; absent: never. */
  readonly isWide?: (range: Sql) => boolean;
}

const most = { depth: 8, values: 10_000 };

/** A filter as SQL. @throws {Rejection} `view.bad-filter` for what is no filter, or names a field the schema lacks */
export const compileFilter = (target: Target, filter: Filter): Sql => {
  const compiled = compile(target, filter, 0);
  return compiled.values.length > most.values ? badFilter(`more than ${most.values} values`) : compiled;
};

/** SQL for a single-valued field. @throws {Rejection} `view.bad-filter` when it is in an array, or unknown */
export const scalarField = ({ schema, layout: { columns } }: Target, path: string): string => {
  if (path === '_id') return 'id';
  const column = Object.hasOwn(columns, path) ? columns[path] : undefined;
  if (column) return column;
  const { parts, list, type } = schemaPath(schema, path) ?? badFilter(`unknown field ${path}`);
  return parts.length > 1 || list ? badFilter(`${path} has many values`) : fieldOf('document', parts[0]!, type);
};

const compile = (target: Target, filter: Filter, depth: number): Sql => {
  if (typeof filter !== 'object' || filter === null || Array.isArray(filter)) return badFilter('not an object');
  if (depth > most.depth) return badFilter(`deeper than ${most.depth}`);
  const pieces = Object.entries(filter).flatMap(([path, asked]) => {
    if (asked === undefined) return [];
    if (path === '$and') return [branches(target, asked, depth, 'AND')];
    if (path === '$or') return [branches(target, asked, depth, 'OR')];
    return field(target, path, asked as Scalar | Condition);
  });
  return join(pieces, 'AND');
};

const branches = (target: Target, filters: unknown, depth: number, word: 'AND' | 'OR'): Sql => {
  if (!Array.isArray(filters) || filters.length === 0) return badFilter(`$${word.toLowerCase()} needs filters`);
  return join(
    filters.map((filter) => compile(target, filter, depth + 1)),
    word,
  );
};

const field = (target: Target, path: string, asked: Scalar | Condition): readonly Sql[] => {
  if (path === '_id') return testsOf(asked, false).map((test) => onScalar(test, 'id', `'text'`));
  const where = schemaPath(target.schema, path) ?? badFilter(`unknown field ${path}`);
  if (where.parts.length > 1 || where.list) return testsOf(asked, true).map((test) => onItems(test, where));
  const type = typeOf('document', where.parts[0]!);
  const value = scalarField(target, path);
  const isWide = Object.hasOwn(target.layout.columns, path) ? target.isWide : undefined;
  return testsOf(asked, false).map((test) => onScalar(test, value, type, isWide));
};

const onScalar = (test: Test, value: string, type: string, isWide?: Target['isWide']): Sql => {
  if (test.kind === 'presence') return sql(`${type} IS ${test.wanted ? 'NOT ' : ''}NULL`);
  if (test.none) return not(test.of(value));
  const found = test.of(value);
  // A plus keeps SQLite, which knows nothing of how values spread, from sorting half the table for one page.
  return test.range && isWide?.(found) ? test.of(`+${value}`) : found;
};

/** Walks the arrays of a path, one `json_each` an array, and tests what it ends in. */
const onItems = (test: Test, { parts, list, type }: SchemaPath): Sql => {
  const whole = list && test.kind === 'value';
  const arrays = whole ? parts : parts.slice(0, -1);
  const items = arrays.map((part, i) => `${itemsOf(i === 0 ? 'document' : inner(`e${i - 1}`), part)} AS e${i}`);
  const item = `e${arrays.length - 1}`;
  const holder = arrays.length === 0 ? 'document' : inner(item);
  const last = parts.at(-1)!;
  const found =
    test.kind === 'presence'
      ? sql(`${typeOf(holder, last)} IS NOT NULL`)
      : test.of(whole ? encoded(`${item}.type`, `${item}.value`) : fieldOf(holder, last, type));
  const from = items.length === 0 ? '' : ` FROM ${items.join(', ')}`;
  const some: Sql = { text: `EXISTS (SELECT 1${from} WHERE ${found.text})`, values: found.values };
  return (test.kind === 'presence' ? !test.wanted : test.none) ? not(some) : some;
};

/** An item as a document to look into; scalars have no fields. */
const inner = (each: string): string =>
  `CASE WHEN ${each}.type IN ('object', 'array') THEN ${each}.value ELSE '{}' END`;
