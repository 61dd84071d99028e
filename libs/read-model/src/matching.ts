import { compareText } from './compare-text.ts';
import type { Condition, Filter, Scalar } from './view-reader.ts';

/** Says of a document whether it passes. */
export type Matching = (document: object) => boolean;

type Asked = Exclude<Filter[string], undefined>;
type Values = readonly unknown[];

/**
 * A filter judged in plain JavaScript, made ready to be asked of many documents: the meaning that every view store is
 * held to. @throws {TypeError} for an operator that no filter has
 */
export const matching = (filter: Filter): Matching =>
  all(Object.entries(filter).flatMap(([path, asked]) => (asked === undefined ? [] : [part(path, asked)])));

const all =
  (tests: readonly Matching[]): Matching =>
  (document) =>
    tests.every((test) => test(document));

const part = (path: string, asked: Asked): Matching => {
  if (path === '$and') return all((asked as readonly Filter[]).map(matching));
  if (path === '$or') {
    const tests = (asked as readonly Filter[]).map(matching);
    return (document) => tests.some((test) => test(document));
  }
  const steps = path.split('.');
  const condition = typeof asked === 'object' && asked !== null ? (asked as Condition) : { $eq: asked as Scalar };
  return all(
    Object.entries(condition)
      .filter(([, operand]) => operand !== undefined)
      .map(([operator, operand]): Matching => {
        if (operator === '$exists') return (document) => has(document, steps) === operand;
        const holds = tests(operator, operand as never);
        return (document) => holds(valuesAt(document, steps));
      }),
  );
};

/** What a path leads to: values at its ends, with `undefined` where an object on the way lacks it. */
const valuesAt = (value: unknown, steps: readonly string[], at = 0): Values => {
  if (at === steps.length) return Array.isArray(value) ? value : [value];
  if (Array.isArray(value)) return value.flatMap((item) => valuesAt(item, steps, at));
  return typeof value === 'object' && value !== null
    ? valuesAt((value as Record<string, unknown>)[steps[at]!], steps, at + 1)
    : [undefined];
};

/** Whether the field itself is there, in the document or in any item on the way. */
const has = (value: unknown, steps: readonly string[], at = 0): boolean => {
  if (Array.isArray(value)) return value.some((item) => has(item, steps, at));
  const step = steps[at]!;
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return false;
  const next = (value as Record<string, unknown>)[step];
  return at === steps.length - 1 ? next !== undefined : has(next, steps, at + 1);
};

const tests = (operator: string, operand: never): ((values: Values) => boolean) => {
  const among = (wanted: readonly Scalar[]) => (values: Values) =>
    values.some((value) => wanted.includes((value ?? null) as Scalar));
  const none = (wanted: readonly Scalar[]) => (values: Values) => !among(wanted)(values);
  const ordered = (test: (order: number) => boolean) => (values: Values) =>
    values.some((value) => {
      const order = orderOf(value, operand);
      return order !== undefined && test(order);
    });
  switch (operator) {
    case '$eq':
      return among([operand]);
    case '$ne':
      return none([operand]);
    case '$in':
      return among(operand);
    case '$nin':
      return none(operand);
    case '$gt':
      return ordered((order) => order > 0);
    case '$gte':
      return ordered((order) => order >= 0);
    case '$lt':
      return ordered((order) => order < 0);
    case '$lte':
      return ordered((order) => order <= 0);
    case '$prefix':
      return (values) => values.some((value) => typeof value === 'string' && value.startsWith(operand));
    default:
      throw new TypeError(`no filter asks by ${operator}`);
  }
};

/** How a value compares with what is asked; those of two kinds do not. */
const orderOf = (value: unknown, operand: Scalar): number | undefined => {
  if (typeof value === 'number' && typeof operand === 'number') return value - operand;
  return typeof value === 'string' && typeof operand === 'string' ? compareText(value, operand) : undefined;
};
