import type { Condition, Filter, Scalar } from '@panshi/read-model';

/** Whether a document passes a filter, as far as reactors and look-ups ask; @throws {TypeError} for anything beyond. */
export const matches = (filter: Filter, document: object): boolean =>
  Object.entries(filter).every(([path, asked]) => {
    if (asked === undefined) return true;
    if (path === '$and') return (asked as readonly Filter[]).every((each) => matches(each, document));
    if (path === '$or') return (asked as readonly Filter[]).some((each) => matches(each, document));
    const values = reach(document, path.split('.'));
    const condition = typeof asked === 'object' && asked !== null ? (asked as Condition) : { $eq: asked as Scalar };
    return Object.entries(condition).every(([operator, operand]) => holds(values, operator, operand as never));
  });

/** What a path leads to; an array leads to each of its items. */
const reach = (value: unknown, [head, ...rest]: readonly string[]): readonly unknown[] => {
  if (Array.isArray(value)) return value.flatMap((item) => reach(item, head === undefined ? [] : [head, ...rest]));
  if (head === undefined) return [value];
  return typeof value === 'object' && value !== null ? reach(Reflect.get(value, head), rest) : [undefined];
};

const holds = (values: readonly unknown[], operator: string, operand: never): boolean => {
  const any = (test: (value: never) => boolean): boolean => values.some((value) => test((value ?? null) as never));
  const comparable = (test: (value: never) => boolean): boolean =>
    values.some((value) => typeof value === typeof operand && test(value as never));
  switch (operator) {
    case '$eq':
      return any((value) => value === operand);
    case '$ne':
      return !any((value) => value === operand);
    case '$in':
      return any((value) => (operand as readonly Scalar[]).includes(value));
    case '$nin':
      return !any((value) => (operand as readonly Scalar[]).includes(value));
    case '$gt':
      return comparable((value) => value > operand);
    case '$gte':
      return comparable((value) => value >= operand);
    case '$lt':
      return comparable((value) => value < operand);
    case '$lte':
      return comparable((value) => value <= operand);
    case '$exists':
      return values.some((value) => value !== undefined) === operand;
    case '$prefix':
      return comparable((value: string) => value.startsWith(operand));
    default:
      throw new TypeError(`a simulation cannot filter by ${operator}`);
  }
};
