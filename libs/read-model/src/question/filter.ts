import type { Schema } from 'mongoose';
import { badFilter } from '../rejections.ts';
import { type SchemaPath, schemaPath } from '../schema-path.ts';
import type { Condition, Filter, Scalar } from '../view-reader.ts';
import { type Test, testsOf } from './condition.ts';

/** A filter that was checked against a view's schema, and means something on every adapter. */
export type CheckedFilter =
  | { readonly kind: 'all' | 'any'; readonly of: readonly CheckedFilter[] }
  | { readonly kind: 'field'; readonly path: string; readonly where: SchemaPath; readonly test: Test };

const most = { depth: 8, values: 10_000 };

/** @throws {Rejection} `view.bad-filter` for what is no filter, or names a field the schema lacks */
export const checkFilter = (schema: Schema, filter: Filter): CheckedFilter => {
  const checked = check(schema, filter, 0);
  return valuesIn(checked) > most.values ? badFilter(`more than ${most.values} values`) : checked;
};

/** A declared field. @throws {Rejection} `view.bad-filter` when unknown */
export const knownField = (schema: Schema, path: string): SchemaPath =>
  path === '_id'
    ? { parts: [['_id']], list: false, type: 'String' }
    : (schemaPath(schema, path) ?? badFilter(`unknown field ${path}`));

/** Whether a field is an array, or within one. */
export const hasManyValues = ({ parts, list }: SchemaPath): boolean => parts.length > 1 || list;

/** A field of one value a document. @throws {Rejection} `view.bad-filter` when it has many, or is unknown */
export const singleField = (schema: Schema, path: string): SchemaPath => {
  const where = knownField(schema, path);
  return hasManyValues(where) ? badFilter(`${path} has many values`) : where;
};

const check = (schema: Schema, filter: Filter, depth: number): CheckedFilter => {
  if (typeof filter !== 'object' || filter === null || Array.isArray(filter)) return badFilter('not an object');
  if (depth > most.depth) return badFilter(`deeper than ${most.depth}`);
  const of = Object.entries(filter).flatMap(([path, asked]): readonly CheckedFilter[] => {
    if (asked === undefined) return [];
    if (path === '$and' || path === '$or') return [branches(schema, path, asked, depth)];
    const where = knownField(schema, path);
    const tests = testsOf(asked as Scalar | Condition, hasManyValues(where));
    return tests.map((test) => ({ kind: 'field', path, where, test }));
  });
  return { kind: 'all', of };
};

const branches = (schema: Schema, word: '$and' | '$or', filters: unknown, depth: number): CheckedFilter => {
  if (!Array.isArray(filters) || filters.length === 0) return badFilter(`${word} needs filters`);
  const of = filters.map((filter) => check(schema, filter as Filter, depth + 1));
  return { kind: word === '$and' ? 'all' : 'any', of };
};

const valuesIn = (filter: CheckedFilter): number => {
  if (filter.kind !== 'field') return filter.of.reduce((sum, each) => sum + valuesIn(each), 0);
  return filter.test.kind === 'among' ? filter.test.values.length : 2;
};
