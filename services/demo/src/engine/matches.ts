import type { Condition, Filter, Scalar } from '@panshi/read-model';

/** Says of a document whether it passes. */
export type Test = (document: object) => boolean;

/** A filter made ready to be asked of many documents, as far as reactors and look-ups filter; @throws {TypeError} beyond. */
export const matching = (filter: Filter): Test => {
  const tests = Object.entries(filter).flatMap(([path, asked]) => (asked === undefined ? [] : [part(path, asked)]));
  return (document) => {
    for (const test of tests) if (!test(document)) return false;
    return true;
  };
};

type Asked = Exclude<Filter[string], undefined>;

const part = (path: string, asked: Asked): Test => {
  if (path === '$and' || path === '$or') {
    const tests = (asked as readonly Filter[]).map(matching);
    const how = path === '$and' ? 'every' : 'some';
    return (document) => tests[how]((test) => test(document));
  }
  const condition = typeof asked === 'object' && asked !== null ? (asked as Condition) : { $eq: asked as Scalar };
  const holds = Object.entries(condition).map(([operator, operand]) => conditions(operator, operand as never));
  const steps = path.split('.');
  return (document) => {
    const values = reach(document, steps, 0);
    for (const test of holds) if (!test(values)) return false;
    return true;
  };
};

/** What a path leads to; an array leads to each of its items. */
const reach = (value: unknown, steps: readonly string[], step: number): readonly unknown[] => {
  if (Array.isArray(value)) return value.flatMap((item) => reach(item, steps, step));
  if (step === steps.length) return [value];
  return typeof value === 'object' && value !== null
    ? reach((value as Record<string, unknown>)[steps[step]!], steps, step + 1)
    : [undefined];
};

const conditions = (operator: string, operand: never): ((values: readonly unknown[]) => boolean) => {
  const any = (test: (value: never) => boolean) => (values: readonly unknown[]) =>
    values.some((value) => test((value ?? null) as never));
  const none = (test: (value: never) => boolean) => (values: readonly unknown[]) => !any(test)(values);
  const comparable = (test: (value: never) => boolean) =>
    any((value) => typeof value === typeof operand && test(value as never));
  switch (operator) {
    case '$eq':
      return any((value) => value === operand);
    case '$ne':
      return none((value) => value === operand);
    case '$in':
      return any((value) => (operand as readonly Scalar[]).includes(value));
    case '$nin':
      return none((value) => (operand as readonly Scalar[]).includes(value));
    case '$gt':
      return comparable((value) => value > operand);
    case '$gte':
      return comparable((value) => value >= operand);
    case '$lt':
      return comparable((value) => value < operand);
    case '$lte':
      return comparable((value) => value <= operand);
    case '$exists':
      return (values) => values.some((value) => value !== undefined) === operand;
    case '$prefix':
      return comparable((value: string) => value.startsWith(operand));
    default:
      throw new TypeError(`a simulation cannot filter by ${operator}`);
  }
};
