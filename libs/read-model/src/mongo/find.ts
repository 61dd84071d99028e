import type { mongo } from 'mongoose';
import { hasManyValues } from '../question/filter.ts';
import { type Asked, type FacetField, facetValues, type SortKey } from '../question/question.ts';
import type { Phrase } from '../terms.ts';
import type { BoundingBox, Scalar } from '../view-reader.ts';
import { all, any, beginning, compileFilter, type MongoFilter } from './filter.ts';
import { notDeleted } from './stored.ts';

/** All values of a type, in the order of types; ranges see one type only. Null stands for absent fields, too. */
const types: readonly (mongo.Document | null)[] = [
  null,
  { $gte: Number.NEGATIVE_INFINITY },
  { $gte: '' },
  { $gte: false },
];
const rankOf = (value: Scalar): number =>
  value === null ? 0 : ['', 'number', 'string', 'boolean'].indexOf(typeof value);

/** What a field must be to come after a value: beyond it among its type, or of a type beyond. */
const beyond = ({ path, descending }: SortKey, value: Scalar): readonly MongoFilter[] => {
  const rank = rankOf(value);
  const further = descending ? types.slice(0, rank) : types.slice(rank + 1);
  const own = value === null ? [] : [{ [descending ? '$lt' : '$gt']: value }];
  return (path === '_id' ? own : [...own, ...further]).map((asked) => ({ [path]: asked }));
};

/** Documents that come after the given values. */
export const afterValues = (keys: readonly SortKey[], values: readonly Scalar[]): MongoFilter =>
  any(
    keys.flatMap((key, i) => {
      const level = keys.slice(0, i).map(({ path }, k): MongoFilter => ({ [path]: values[k] }));
      return beyond(key, values[i]!).map((step) => all([...level, step]));
    }),
  );

const inBox = ({ field, west, south, east, north }: BoundingBox): MongoFilter => ({
  [`${field}.lon`]: { $gte: west, $lte: east },
  [`${field}.lat`]: { $gte: south, $lte: north },
});

/** The terms lead to the documents by their index; where they must follow each other, the text itself decides. */
const containing = ({ text, terms, prefix }: Phrase): MongoFilter => {
  if (prefix) return { _terms: beginning(text) };
  const each = terms.map((term): MongoFilter => ({ _terms: term }));
  return all(terms.length === 1 ? each : [...each, { _text: { $regex: text } }]);
};

/** Which documents a question is about, whatever their order and page. */
export const conditionOf = ({ filter, within, phrases = [] }: Asked): MongoFilter =>
  all([
    ...(filter ? [compileFilter(filter)] : []),
    ...(within ? [inBox(within)] : []),
    ...phrases.map(containing),
    notDeleted,
  ]);

/** Counts by value, the most frequent first; of an array, each item counts. */
export const facetPipeline = ({ path, where }: FacetField, condition: MongoFilter): mongo.Document[] => [
  { $match: condition },
  ...(hasManyValues(where) ? [{ $unwind: `$${where.parts[0]!.join('.')}` }] : []),
  { $group: { _id: `$${path}`, count: { $sum: 1 } } },
  { $sort: { count: -1, _id: 1 } },
  { $limit: facetValues },
];
