import type { mongo } from 'mongoose';
import type { Test } from '../question/condition.ts';
import { type CheckedFilter, hasManyValues } from '../question/filter.ts';

/** A filter in MongoDB's language. Values are data in it, never operators. */
export type MongoFilter = mongo.Document;

export const all = (of: readonly MongoFilter[]): MongoFilter => {
  if (of.length === 0) return {};
  return of.length === 1 ? of[0]! : { $and: [...of] };
};

export const any = (of: readonly MongoFilter[]): MongoFilter => (of.length === 1 ? of[0]! : { $or: [...of] });

/** Text that begins with a prefix: an index serves it as it serves a stretch. */
export const beginning = (prefix: string): mongo.Document => ({
  $regex: `^${prefix.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')}`,
});

const operators = (test: Test): mongo.Document => {
  switch (test.kind) {
    case 'presence':
      return { $exists: test.wanted };
    case 'range':
      return Object.fromEntries(test.bounds);
    case 'prefix':
      return test.end === undefined ? { $gte: test.prefix } : { $gte: test.prefix, $lt: test.end };
    case 'among':
      return test.none ? { $nin: [...test.values] } : { $in: [...test.values] };
  }
};

/** A test of an array, or within one. */
const ofItems = (path: string, test: Test): MongoFilter => {
  // The two ends of a stretch could each be met by another item.
  if (test.kind === 'prefix') return { [path]: beginning(test.prefix) };
  // Not `$nin`, which a server that only speaks MongoDB's language was seen to take for "some item is not".
  if (test.kind === 'among' && test.none) return { $nor: [{ [path]: { $in: [...test.values] } }] };
  return { [path]: operators(test) };
};

/** A checked filter in MongoDB's language: the subset is one of it, and means the same there. */
export const compileFilter = (filter: CheckedFilter): MongoFilter => {
  if (filter.kind === 'field') {
    const { path, where, test } = filter;
    return hasManyValues(where) ? ofItems(path, test) : { [path]: operators(test) };
  }
  const of = filter.of.map(compileFilter);
  return filter.kind === 'all' ? all(of) : any(of);
};
