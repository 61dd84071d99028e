import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, Matches, type ValidationOptions } from 'class-validator';
import { declare, type Field, type FieldOptions } from './field.ts';

/** A kind of value: what it looks like in JSON, and what refuses other values, of each item of a list with `each`. */
export interface Kind {
  readonly of: Field['of'];
  checks(each: ValidationOptions): readonly PropertyDecorator[];
}

/** A decorator of a field: its title in both languages, and what else is to say of it. */
export type FieldDecorator<Options extends object = FieldOptions> = (
  zh: string,
  en: string,
  options?: Options,
) => PropertyDecorator;

export interface ListOptions extends FieldOptions {
  readonly least?: number;
  readonly most?: number;
  /** No two items alike; of objects, by what it returns. */
  readonly unique?: true | ((item: never) => unknown);
}

/** What is refused, said of the field or of each of its items. */
export const mustBe = (each: ValidationOptions, what: string): ValidationOptions => ({
  ...each,
  message: `${each.each ? 'each of ' : ''}$property must be ${what}`,
});

/** Text of one pattern. */
export const matching = (pattern: RegExp, what: string, more: readonly PropertyDecorator[] = []): Kind => ({
  of: { type: 'string', pattern: pattern.source },
  checks: (each) => [...more, Matches(pattern, mustBe(each, what))],
});

/** The decorator of a field that holds one value of a kind. */
export const one =
  (kind: Kind): FieldDecorator =>
  (zh, en, options = {}) =>
    declare({ title: { zh, en }, of: kind.of }, options, kind.checks({}));

/** The decorator of a field that holds a list of a kind. */
export const many =
  (kind: Kind): FieldDecorator<ListOptions> =>
  (zh, en, { least = 0, most, unique, ...options } = {}) => {
    const list = {
      minItems: least,
      ...(most !== undefined && { maxItems: most }),
      ...(unique === true && { uniqueItems: true }),
    };
    const by = typeof unique === 'function' ? (unique as (item: unknown) => unknown) : undefined;
    return declare({ title: { zh, en }, of: kind.of, list }, options, [
      ...kind.checks({ each: true }),
      ...(unique ? [ArrayUnique(by)] : []),
      ...(most === undefined ? [] : [ArrayMaxSize(most)]),
      ArrayMinSize(least),
      IsArray(),
    ]);
  };
