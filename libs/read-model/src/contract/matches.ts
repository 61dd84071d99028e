import type { Condition, Filter, Scalar } from '../view-reader.ts';

/** What a path leads to: values at its ends, with `undefined` where an object on the way lacks it. */
const reach = (value: unknown, path: readonly string[]): readonly unknown[] => {
  if (Array.isArray(value) && path.length > 0) return value.flatMap((item) => reach(item, path));
  const [head, ...rest] = path;
  if (head === undefined) return Array.isArray(value) ? value : [value];
  return typeof value === 'object' && value !== null
    ? reach((value as Record<string, unknown>)[head], rest)
    : [undefined];
};

/** By code points, as UTF-8 bytes compare: not as JavaScript's UTF-16. */
export const compareText = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

const ordered = (value: unknown, operand: Scalar): number | undefined => {
  if (typeof value === 'number' && typeof operand === 'number') return value - operand;
  return typeof value === 'string' && typeof operand === 'string' ? compareText(value, operand) : undefined;
};

const is = (value: unknown, wanted: Scalar): boolean => (value ?? null) === wanted;

const holds = (values: readonly unknown[], present: boolean, operator: string, operand: never): boolean => {
  const range = (test: (order: number) => boolean): boolean =>
    values.some((value) => {
      const order = ordered(value, operand);
      return order !== undefined && test(order);
    });
  const among = (wanted: readonly Scalar[]): boolean => values.some((value) => wanted.some((each) => is(value, each)));
  const tests: Record<string, () => boolean> = {
    $eq: () => among([operand]),
    $ne: () => !among([operand]),
    $in: () => among(operand),
    $nin: () => !among(operand),
    $gt: () => range((order) => order > 0),
    $gte: () => range((order) => order >= 0),
    $lt: () => range((order) => order < 0),
    $lte: () => range((order) => order <= 0),
    $exists: () => present === operand,
    $prefix: () => values.some((value) => typeof value === 'string' && value.startsWith(operand)),
  };
  return tests[operator]!();
};

/** Whether a document passes a filter: the plain meaning that every adapter is held to. */
export const matches = (filter: Filter, document: object): boolean =>
  Object.entries(filter).every(([path, asked]) => {
    if (asked === undefined) return true;
    if (path === '$and') return (asked as readonly Filter[]).every((each) => matches(each, document));
    if (path === '$or') return (asked as readonly Filter[]).some((each) => matches(each, document));
    const values = reach(document, path.split('.'));
    const last = reachField(document, path.split('.'));
    const condition: Condition =
      typeof asked === 'object' && asked !== null ? (asked as Condition) : { $eq: asked as Scalar };
    return Object.entries(condition).every(([operator, operand]) => holds(values, last, operator, operand as never));
  });

/** Whether the field itself is there, in the document or in any item on the way. */
const reachField = (value: unknown, [head, ...rest]: readonly string[]): boolean => {
  if (Array.isArray(value)) return value.some((item) => reachField(item, [head!, ...rest]));
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, head!)) return false;
  const next = (value as Record<string, unknown>)[head!];
  return rest.length === 0 ? next !== undefined : reachField(next, rest);
};
