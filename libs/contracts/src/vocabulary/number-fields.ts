import { Transform } from 'class-transformer';
import { IsInt, IsNumber, Max, Min } from 'class-validator';
import type { FieldOptions } from './field.ts';
import { type FieldDecorator, type Kind, many, one } from './kind.ts';

export interface NumberOptions extends FieldOptions {
  readonly min?: number;
  readonly max?: number;
  /** Of a query: read from the text of an address. */
  readonly asked?: true;
}

/** A number as a query string writes it, in digits alone. */
const written = { integer: /^-?\d+$/, number: /^-?\d+(?:\.\d+)?$/ };

const asNumber = (form: RegExp): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' && form.test(value) ? Number(value) : value));

type Check = (each: object) => PropertyDecorator;

const numeric = (type: keyof typeof written, check: Check, { min, max, asked }: NumberOptions): Kind => ({
  of: { type, ...(min !== undefined && { minimum: min }), ...(max !== undefined && { maximum: max }) },
  checks: (each) => [
    ...(asked ? [asNumber(written[type])] : []),
    ...(max === undefined ? [] : [Max(max, each)]),
    ...(min === undefined ? [] : [Min(min, each)]),
    check(each),
  ],
});

/** A whole number. */
export const count: FieldDecorator<NumberOptions> = (zh, en, options = {}) =>
  one(numeric('integer', IsInt, options))(zh, en, options);

/** A number with two decimals at most. */
export const amount: FieldDecorator<NumberOptions> = (zh, en, options = {}) =>
  one(numeric('number', (each) => IsNumber({ maxDecimalPlaces: 2 }, each), options))(zh, en, options);

/** Days of the week, Monday 1 to Sunday 7. */
export const weekdays = many(numeric('integer', IsInt, { min: 1, max: 7 }));

const degrees =
  (limit: number): FieldDecorator<NumberOptions> =>
  (zh, en, options = {}) =>
    one(
      numeric('number', (each) => IsNumber({ allowNaN: false, allowInfinity: false }, each), {
        ...options,
        min: -limit,
        max: limit,
      }),
    )(zh, en, options);

/** Degrees east; those west are negative. */
export const longitude = degrees(180);

/** Degrees north; those south are negative. */
export const latitude = degrees(90);

/** Part of a whole in per cent; null where the whole is nothing. */
export const percentOrNone = one({ of: { type: 'number', nullable: true }, checks: () => [] });

/** Version of the one stream behind an answer: its ETag. */
export const streamVersion = (): PropertyDecorator =>
  count('版本（ETag）', 'Version, also the ETag', { optional: true });
