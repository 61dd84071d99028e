import type { FieldOptions } from './field.ts';
import { answered, type FieldDecorator, type Kind, many, mustBe, one } from './kind.ts';
import type { Refusal } from './refusal.ts';

export interface NumberOptions extends FieldOptions {
  readonly min?: number;
  readonly max?: number;
  /** Of a query: read from the text of an address. */
  readonly asked?: true;
}

interface Numeric {
  readonly type: 'integer' | 'number';
  readonly multipleOf?: number;
  readonly zh: string;
  readonly en: string;
  readonly takes: (value: number) => boolean;
}

/** A number as a query string writes it: a whole one in digits alone, any other as JSON has it, both in few characters. */
const written = {
  integer: /^-?\d{1,15}$/,
  number: /^(?=.{1,24}$)-?\d{1,15}(?:\.\d+)?(?:e[+-]?\d{1,3})?$/i,
};

const between = (min: number | undefined, max: number | undefined): { readonly zh: string; readonly en: string } => {
  if (min !== undefined && max !== undefined) return { zh: `${min}至${max}之间的`, en: ` from ${min} to ${max}` };
  if (min !== undefined) return { zh: `不小于${min}的`, en: ` of at least ${min}` };
  return max === undefined ? { zh: '', en: '' } : { zh: `不大于${max}的`, en: ` of at most ${max}` };
};

/** Finite always, since nothing else lies between two numbers or is whole. Zero has no sign. */
const numeric = ({ type, multipleOf, zh, en, takes }: Numeric, { min, max, asked }: NumberOptions): Kind => {
  const range = between(min, max);
  const refusedAs = (rule: string): Refusal => mustBe(rule, `${range.zh}${zh}`, `${en}${range.en}`);
  return {
    of: {
      type,
      ...(multipleOf !== undefined && { multipleOf }),
      ...(min !== undefined && { minimum: min }),
      ...(max !== undefined && { maximum: max }),
    },
    read: (given) => {
      const value = asked && typeof given === 'string' && written[type].test(given) ? Number(given) : given;
      if (typeof value !== 'number' || !takes(value)) return refusedAs(type === 'integer' ? 'isInt' : 'isNumber');
      if (min !== undefined && value < min) return refusedAs('min');
      if (max !== undefined && value > max) return refusedAs('max');
      return value + 0;
    },
  };
};

const whole: Numeric = { type: 'integer', zh: '整数', en: 'a whole number', takes: Number.isSafeInteger };
const hundredths: Numeric = {
  type: 'number',
  multipleOf: 0.01,
  zh: '数，至多两位小数',
  en: 'a number with two decimals at most',
  takes: (value) => Number.isSafeInteger(Math.round(value * 100)) && Number(value.toFixed(2)) === value,
};
const anyNumber: Numeric = { type: 'number', zh: '数', en: 'a number', takes: Number.isFinite };

const ofKind =
  (kind: Numeric): FieldDecorator<NumberOptions> =>
  (zh, en, options = {}) =>
    one(numeric(kind, options))(zh, en, options);

/** A whole number. */
export const count = ofKind(whole);

/** A number with two decimals at most. */
export const amount = ofKind(hundredths);

/** Days of the week, Monday 1 to Sunday 7. */
export const weekdays: FieldDecorator<{ readonly least?: number; readonly unique?: true }> = (zh, en, options) =>
  many(numeric(whole, { min: 1, max: 7 }))(zh, en, { ...options, most: 7 });

const degrees =
  (limit: number): FieldDecorator<NumberOptions> =>
  (zh, en, options) =>
    ofKind(anyNumber)(zh, en, { ...options, min: -limit, max: limit });

/** Degrees east; those west are negative. */
export const longitude = degrees(180);

/** Degrees north; those south are negative. */
export const latitude = degrees(90);

/** Part of a whole in per cent; null where the whole is nothing. Of answers. */
export const percentOrNone = one(answered({ type: ['number', 'null'] }));

/** Version of the one stream behind an answer: its ETag. */
export const streamVersion = (): PropertyDecorator =>
  count('版本（ETag）', 'Version, also the ETag', { optional: true });
