import type { Bilingual } from './bilingual.ts';
import { citizenNumber } from './citizen-number.ts';
import { declare, type Field, type FieldOptions } from './field.ts';
import { answersOnly, Refusal } from './refusal.ts';

/** A kind of value: what it looks like in JSON, and how it is read. */
export type Kind = Pick<Field, 'of' | 'read'>;

/** A decorator of a field: its title in both languages, and what else is to say of it. */
export type FieldDecorator<Options extends object = FieldOptions> = (
  zh: string,
  en: string,
  options?: Options,
) => PropertyDecorator;

export interface ListOptions extends FieldOptions {
  readonly least?: number;
  readonly most?: number;
  /** No two items alike; of objects, by the field of this name. */
  readonly unique?: true | string;
}

/** What a value must be, in both languages. */
export const mustBe = (rule: string, zh: string, en: string): Refusal =>
  new Refusal(rule, { zh: `应为${zh}`, en: `must be ${en}` });

/** The code a text is answered with that holds an identity number. */
export const citizenNumberRefused = 'privacy.citizen-number-refused';

const holdsCitizenNumber = new Refusal(citizenNumberRefused, {
  zh: '不得含有居民身份证号码，请删去',
  en: 'must not hold an identity number: leave it out',
});

/** Nothing here needs a citizen's identity number, and what is not held cannot leak. */
export const unlessCitizenNumber = (text: string): string | Refusal =>
  citizenNumber(text) === undefined ? text : holdsCitizenNumber;

interface Pattern {
  readonly pattern: RegExp;
  readonly what: Bilingual;
  /** Characters that it may have. */
  readonly max?: number;
  /** Another way of writing, as it is stored. */
  readonly normal?: (text: string) => string;
  /** What else is asked of it. */
  readonly further?: (text: string) => string | Refusal;
}

/** Text of one pattern: codes, and what machines write. Its length is looked at first. */
export const matching = ({ pattern, what, max = 100, normal, further }: Pattern): Kind => {
  const refused = mustBe('matches', what.zh, what.en);
  return {
    of: { type: 'string', pattern: pattern.source },
    read: (value) => {
      if (typeof value !== 'string' || value.length > max) return refused;
      const text = normal ? normal(value) : value;
      if (!pattern.test(text)) return refused;
      return further ? further(text) : text;
    },
  };
};

/** A kind of answers, which nobody sends. */
export const answered = (of: Field['of']): Kind => ({ of, read: () => answersOnly });

/** The decorator of a field that holds one value of a kind. */
export const one =
  (kind: Kind): FieldDecorator =>
  (zh, en, options = {}) =>
    declare({ title: { zh, en }, ...kind }, options);

/** The decorator of a field that holds a list of a kind. */
export const many =
  (kind: Kind): FieldDecorator<ListOptions> =>
  (zh, en, { least = 0, most, unique, ...options } = {}) =>
    declare(
      {
        title: { zh, en },
        ...kind,
        list: {
          minItems: least,
          ...(most !== undefined && { maxItems: most }),
          ...(unique === true && { uniqueItems: true }),
          ...(typeof unique === 'string' && { 'x-unique-by': unique }),
        },
      },
      options,
    );
