import { badFilter } from '../refusals.ts';
import type { Condition, Scalar } from '../view-reader.ts';
import { join, type Sql, sql } from './sql.ts';
import { bounds, toSql } from './value.ts';

/** What is asked of a field: a test of one value (of an array: of any item; `none` turns it round), or presence. */
export type Test =
  | { readonly kind: 'value'; readonly none: boolean; readonly range: boolean; readonly of: (value: string) => Sql }
  | { readonly kind: 'presence'; readonly wanted: boolean };

const most = { items: 5000, prefix: 512 };

const value = (of: (value: string) => Sql, none = false, range = false): Test => ({ kind: 'value', none, range, of });

const scalar = (given: unknown): Scalar => {
  const known = given === null || typeof given === 'string' || typeof given === 'boolean' || Number.isFinite(given);
  return known ? (given as Scalar) : badFilter('a value must be text, a finite number, true, false or null');
};

const equals = (given: unknown, none = false): Test => {
  const wanted = toSql(scalar(given));
  return value((x) => sql(`${x} = ?`, wanted), none);
};

const among = (given: unknown, none = false): Test => {
  if (!Array.isArray(given) || given.length > most.items) return badFilter(`$in takes up to ${most.items} values`);
  const wanted = given.map((each) => toSql(scalar(each)));
  return value((x) => sql(`${x} IN (${wanted.map(() => '?').join()})`, ...wanted), none);
};

const presence = (given: unknown): Test =>
  typeof given === 'boolean' ? { kind: 'presence', wanted: given } : badFilter('$exists takes true or false');

const comparisons = { $gt: '>', $gte: '>=', $lt: '<', $lte: '<=' } as const;
type Comparison = keyof typeof comparisons;
const isComparison = (operator: string): operator is Comparison => Object.hasOwn(comparisons, operator);

/** A stretch of the numbers, or of all text: a value of the other type is in neither. */
const range = (asked: readonly (readonly [Comparison, unknown])[]): Test => {
  const types = new Set(asked.map(([, operand]) => typeof operand));
  const isText = types.has('string');
  if (types.size !== 1 || !(isText || types.has('number'))) return badFilter('ranges are of text or of numbers');
  const operands = asked.map(([operator, operand]) => [comparisons[operator], toSql(scalar(operand))] as const);
  const low = operands.some(([sign]) => sign.startsWith('>'))
    ? []
    : [isText ? `>= ${bounds.text}` : `> ${bounds.absent}`];
  const high = operands.some(([sign]) => sign.startsWith('<')) ? [] : [`< ${isText ? bounds.afterText : bounds.text}`];
  const within = (x: string): Sql =>
    join(
      [
        ...operands.map(([sign, operand]) => sql(`${x} ${sign} ?`, operand)),
        ...[...low, ...high].map((end) => sql(`${x} ${end}`)),
      ],
      'AND',
    );
  return value(within, false, true);
};

const lastCodePoint = 0x10ffff;

/** The first text after all that begin with the prefix; undefined where all further text does. */
const afterPrefix = (prefix: string): string | undefined => {
  const points = Array.from(prefix, (character) => character.codePointAt(0)!);
  while (points.at(-1) === lastCodePoint) points.pop();
  if (points.length === 0) return undefined;
  const next = points.pop()! + 1;
  return String.fromCodePoint(...points, next === 0xd800 ? 0xe000 : next);
};

const prefixed = (given: unknown): Test => {
  if (typeof given !== 'string' || given.length > most.prefix || !given.isWellFormed())
    return badFilter(`$prefix takes text of up to ${most.prefix} characters`);
  const end = afterPrefix(given);
  return range(
    end === undefined
      ? [['$gte', given]]
      : [
          ['$gte', given],
          ['$lt', end],
        ],
  );
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
  const ranges = operators.filter((each): each is [Comparison, Scalar] => isComparison(each[0]));
  const others = operators.filter(([operator]) => !isComparison(operator));
  return [
    ...(ofArray ? ranges.map((each) => range([each])) : ranges.length > 0 ? [range(ranges)] : []),
    ...others.map(([operator, operand]) => {
      const test = Object.hasOwn(single, operator) ? single[operator] : undefined;
      return test ? test(operand) : badFilter(`unknown operator ${operator}`);
    }),
  ];
};
