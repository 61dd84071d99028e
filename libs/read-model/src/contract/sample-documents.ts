import fc from 'fast-check';
import type { Sample } from './samples.ts';

const stages = ['filed', 'dispatched', 'closed', '', '立案', '立案后', '\u{20000}', '\uffee'];
const grids = ['320113001001001', '320113001001002', '320113002', '3201'];
const words = ['积水', '积水严重', '水严', '路灯不亮', 'Lamp-12 坏了', '重', '路面', 'lamp', '严重积水, 12 号楼'];

const some = <T>(values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const number = some([-3, 0, 0.5, 1, 2, 10]);

/** Documents with few distinct values, so that filters and ties hit; ids by place. */
export const sampleDocuments = (most = 40): fc.Arbitrary<readonly Sample[]> =>
  fc
    .array(
      fc.record(
        {
          stage: fc.option(some(stages)),
          grid: some(grids),
          count: fc.option(number),
          urgent: fc.option(fc.boolean()),
          note: some(words),
          location: fc.record({ lon: some([118.8, 118.9, 119]), lat: some([32, 32.1]) }),
          tags: fc.array(fc.oneof(some(['a', 'b', '1']), some([1, 2])), { maxLength: 3 }),
          items: fc.array(fc.record({ code: fc.option(some(['x', 'y'])), amount: number }, { requiredKeys: [] }), {
            maxLength: 2,
          }),
          labels: fc.dictionary(some(['zh', 'en']), some(['一', 'one']), {
            minKeys: 1,
            maxKeys: 2,
            noNullPrototype: true,
          }),
        },
        { requiredKeys: [] },
      ),
      { maxLength: most },
    )
    .map((documents) => documents.map((document, i): Sample => ({ _id: `d-${(i * 7) % 100}`, ...document })));

const operand = {
  stage: some<string | null>([...stages, null]),
  grid: some(grids),
  count: fc.oneof(number, fc.constant(null)),
  urgent: fc.oneof(fc.boolean(), fc.constant(null)),
  tags: fc.oneof(some<string | number | null>(['a', '1', null]), some([1, 2])),
  'items.code': some<string | null>(['x', 'y', null]),
  'items.amount': number,
  'labels.zh': some(['一', 'one']),
  'location.lon': some([118.8, 119]),
  _id: some(['d-7', 'd-14', 'd-99']),
};

const condition = (values: fc.Arbitrary<string | number | boolean | null>) =>
  fc.oneof(
    values,
    values.map((value) => ({ $eq: value })),
    values.map((value) => ({ $ne: value })),
    fc.array(values, { maxLength: 3 }).map(($in) => ({ $in })),
    fc.array(values, { maxLength: 3 }).map(($nin) => ({ $nin })),
    fc.boolean().map(($exists) => ({ $exists })),
    fc.oneof(some(['', '32', '320113001', 'd', '立', '\u{20000}', '\u{10ffff}'])).map(($prefix) => ({ $prefix })),
    fc.tuple(some(['$gt', '$gte']), number).map(([from, value]) => ({ [from]: value })),
    fc.tuple(some(['$lt', '$lte']), number).map(([to, value]) => ({ [to]: value })),
    fc.tuple(some(['$gt', '$gte']), number, some(['$lt', '$lte']), number).map(([a, b, c, d]) => ({ [a]: b, [c]: d })),
    fc.tuple(some(['$gt', '$gte', '$lt', '$lte']), some(stages)).map(([way, value]) => ({ [way]: value })),
  );

const filtersOver = (operands: Readonly<Record<string, fc.Arbitrary<string | number | boolean | null>>>) => {
  const leaf = fc.oneof(
    ...Object.entries(operands).map(([path, values]) => condition(values).map((asked) => ({ [path]: asked }))),
  );
  return fc.letrec<{ filter: object }>((tie) => ({
    filter: fc.oneof(
      { maxDepth: 3 },
      leaf,
      fc.array(tie('filter'), { minLength: 1, maxLength: 3 }).map(($and) => ({ $and })),
      fc.array(tie('filter'), { minLength: 1, maxLength: 3 }).map(($or) => ({ $or })),
      fc.tuple(leaf, leaf).map(([a, b]) => ({ ...a, ...b })),
    ),
  })).filter;
};

/** Filters of every operator over every kind of field, nested a little. */
export const sampleFilters = filtersOver(operand);

/** The same, but that none asks for null within the items of an array. */
export const filtersWithoutNullItems = filtersOver({ ...operand, 'items.code': some(['x', 'y']) });

/** Filters most of which name only what the sample view counts by. */
export const samplesCounted = fc.oneof(
  { weight: 3, arbitrary: filtersOver({ stage: operand.stage, grid: operand.grid, urgent: operand.urgent }) },
  { weight: 1, arbitrary: filtersOver({ stage: operand.stage, count: operand.count }) },
);

export const sampleSorts = fc.dictionary(
  some(['stage', 'count', 'urgent', 'grid', 'location.lat', '_id']),
  some<1 | -1>([1, -1]),
  { maxKeys: 3, noNullPrototype: true },
);
