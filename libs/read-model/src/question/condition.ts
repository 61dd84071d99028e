import { badFilter } from '../rejections.ts';
import type { Condition, Scalar } from '../view-reader.ts';

/** The ends of a stretch of the numbers, or of all text. */
export type Comparison = '$gt' | '$gte' | '$lt' | '$lte';

/** What is asked of a field, checked: a test of one value (of an array: of any item), or presence. */
export type Test =
  /** One of the values; `none`: turned round, of an array for all its items. */
  | { readonly kind: 'among'; readonly values: readonly Scalar[]; readonly none: boolean }
  /** Within a stretch of one type: a value of another type is not in it. */
  | { readonly kind: 'range'; readonly bounds: readonly (readonly [Comparison, string | number])[] }
  /** Text that begins with this; `end` is the first text after all that do, undefined where there is none. */
  | { readonly kind: 'prefix'; readonly prefix: string; readonly end: string | undefined }
  | { readonly kind: 'presence'; readonly wanted: boolean };

const most = { items: 5000, prefix: 512 };

const scalar = (given: unknown): Scalar => {
  const known = given === null || typeof given === 'string' || typeof given === 'boolean' || Number.isFinite(given);
  return known ? (given as Scalar) : badFilter('a value must be text, a finite number, true, false or null');
};

const equals = (given: unknown, none = false): Test => ({ kind: 'among', values: [scalar(given)], none });

const among = (given: unknown, none = false): Test => {
  if (!Array.isArray(given) || given.length > most.items) return badFilter(`$in takes up to ${most.items} values`);
  return { kind: 'among', values: given.map(scalar), none };
};

const presence = (given: unknown): Test =>
  typeof given === 'boolean' ? { kind: 'presence', wanted: given } : badFilter('$exists takes true or false');

const comparisons: readonly string[] = ['$gt', '$gte', '$lt', '$lte'] satisfies readonly Comparison[];

const range = (asked: readonly (readonly [Comparison, unknown])[]): Test => {
  const types = new Set(asked.map(([, operand]) => typeof operand));
  if (types.size !== 1 || !(types.has('string') || types.has('number')))
    return badFilter('ranges are of text or of numbers');
  return { kind: 'range', bounds: asked.map(([way, operand]) => [way, scalar(operand) as string | number]) };
};

const lastCodePoint = 0x10ffff;

/** The first text after all that begin with the prefix; undefined where all further text does. */
export const afterPrefix = (prefix: string): string | undefined => {
  const points = Array.from(prefix, (character) => character.codePointAt(0)!);
  while (points.at(-1) === lastCodePoint) points.pop();
  if (points.length === 0) return undefined;
  const next = points.pop()! + 1;
  return String.fromCodePoint(...points, next === 0xd800 ? 0xe000 : next);
};

const prefixed = (given: unknown): Test => {
  if (typeof given !== 'string' || given.length > most.prefix || !given.isWellFormed())
    return badFilter(`$prefix takes text of up to ${most.prefix} characters`);
  return { kind: 'prefix', prefix: given, end: afterPrefix(given) };
};

const single: Readonly<Record<string, (given: unknown) => Test>> = {
  $eq: (given) => equals(given),
  $ne: (given) => equals(given, true),
  $in: (given) => among(given),
  $nin: (given) => among(given, true),
  $exists: presence,
  $prefix: prefixed,
};

/**
 * The tests a condition asks, all of which must hold. Of an array each holds for some item, not all for the same one.
 * @throws {Rejection} `view.bad-filter`
 */
export const testsOf = (asked: Scalar | Condition, ofArray: boolean): readonly Test[] => {
  if (typeof asked !== 'object' || asked === null) return [equals(asked)];
  const operators = Object.entries(asked).filter(([, operand]) => operand !== undefined);
  if (operators.length === 0) return badFilter('a condition without an operator');
  const isRange = (each: readonly [string, unknown]): each is [Comparison, Scalar] => comparisons.includes(each[0]);
  const ranges = operators.filter(isRange);
  return [
    ...(ofArray ? ranges.map((each) => range([each])) : ranges.length > 0 ? [range(ranges)] : []),
    ...operators
      .filter((each) => !isRange(each))
      .map(([operator, operand]) => {
        const test = Object.hasOwn(single, operator) ? single[operator] : undefined;
        return test ? test(operand) : badFilter(`unknown operator ${operator}`);
      }),
  ];
};
