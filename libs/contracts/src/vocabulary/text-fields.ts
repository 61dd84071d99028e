import type { FieldOptions } from './field.ts';
import {
  type FieldDecorator,
  type Kind,
  type ListOptions,
  many,
  matching,
  mustBe,
  one,
  unlessCitizenNumber,
} from './kind.ts';
import { Refusal } from './refusal.ts';
import { eventNames, unknownEvent } from './unknown-event.ts';

type Bounded = (zh: string, en: string, options: FieldOptions & { readonly max: number }) => PropertyDecorator;

const bounded =
  (kind: (max: number) => Kind): Bounded =>
  (zh, en, { max, ...options }) =>
    one(kind(max))(zh, en, options);

/** With something that can be seen. Marks have nothing to stand on by themselves; the empty Braille cell is blank. */
const seen = String.raw`^(?=[\s\S]*[^\s\p{Cc}\p{Cf}\p{Cs}\p{M}\p{DI}\u2800])`;

const oneLine = new RegExp(
  String.raw`${seen}(?!\s)[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]+(?<!\s)$`,
  'u',
);

/** No characters in the Unicode sense, and marks that have what follows shown in another order than it is written. */
const misleading = String.raw`\p{Noncharacter_Code_Point}\u202a-\u202e\u2066-\u2069`;

/** Lines: of control characters only those that part lines or indent them. */
const severalLines = new RegExp(String.raw`${seen}(?:[^\p{Cc}\p{Cs}${misleading}]|[\t\r\n])+$`, 'u');

/** The same, with a letter or digit in it. */
const words = new RegExp(String.raw`^(?=[\s\S]*[\p{L}\p{N}])(?:[^\p{Cc}\p{Cs}${misleading}]|[\t\r\n])+$`, 'u');

const noText = mustBe('isString', '文本', 'a text');
const notWhole = mustBe('matches', '完整的文字，不含残缺字符', 'text of whole characters');

interface TextBounds {
  readonly min?: number;
  readonly max: number;
}

/**
 * A text of whole characters in Unicode's normal form C, its length bounded in characters (and so in bytes: four each),
 * or why it is none. Its size is looked at before anything else.
 */
const readText = (value: unknown, { min = 0, max }: TextBounds): string | Refusal => {
  if (typeof value !== 'string') return noText;
  const tooLong = (): Refusal =>
    new Refusal('maxLength', { zh: `过长，至多${max}个字`, en: `is too long: at most ${max} characters` });
  if (value.length > 2 * max) return tooLong();
  if (!value.isWellFormed()) return notWhole;
  const text = value.normalize('NFC');
  if (text.length > max && [...text].length > max) return tooLong();
  return text.length < min
    ? new Refusal('minLength', { zh: `过短，至少${min}个字`, en: `is too short: at least ${min} characters` })
    : text;
};

/** What people write, of one pattern: with something that can be seen, and no citizen number. */
const written = (pattern: RegExp, refused: Refusal, max: number): Kind => ({
  of: { type: 'string', pattern: pattern.source, maxLength: max },
  read: (value) => {
    const text = readText(value, { max });
    if (text instanceof Refusal) return text;
    return pattern.test(text) ? unlessCitizenNumber(text) : refused;
  },
});

const line = (max: number): Kind =>
  written(
    oneLine,
    mustBe('matches', '一行可见的文字，首尾无空格', 'one line of text that can be seen, without spaces at its ends'),
    max,
  );

/** One line people write: no control characters, no space at its ends, no citizen number, at most so long. */
export const phrase = bounded(line);

/** What people write, in several lines at most, without a citizen number. Where it is personal it is sealed before it is recorded. */
export const remark = bounded((max) =>
  written(
    severalLines,
    mustBe('matches', '可见的文字，不含控制字符', 'text that can be seen, without control characters'),
    max,
  ),
);

const textOf = (bounds: TextBounds): Kind => ({
  of: { type: 'string', minLength: bounds.min ?? 0, maxLength: bounds.max },
  read: (value) => readText(value, bounds),
});

/** Text that machines write, or that only is compared: a cursor, an id of any form. */
export const text = (zh: string, en: string, { min, max, ...options }: FieldOptions & TextBounds): PropertyDecorator =>
  one(textOf({ min, max }))(zh, en, options);

/** A list of such texts, each of them at most so long. */
export const texts = (
  zh: string,
  en: string,
  { max, ...options }: ListOptions & { readonly max: number },
): PropertyDecorator => many(textOf({ max }))(zh, en, options);

/** Words that are searched for, at most 40 characters. */
export const searchText = one(
  written(
    words,
    mustBe('matches', '要查找的文字，至少一个字或数字', 'words to be searched for, with a letter or digit'),
    40,
  ),
);

/** A password, which is looked at as it is. */
export const password: FieldDecorator = one({
  of: { type: 'string', minLength: 1, maxLength: 256 },
  read: (value) => {
    const text = readText(value, { min: 1, max: 256 });
    return text instanceof Refusal ? text : value;
  },
});

/** Types of events, separated by commas; at most 50. */
export const eventTypes = one({
  ...matching({
    pattern: /^\w+(,\w+){0,49}$/,
    what: { zh: '以逗号分隔的事件类型', en: 'types of events, separated by commas' },
    max: 2000,
    further: (names) => {
      const unknown = unknownEvent(names);
      return unknown === undefined ? names : new Refusal('eventTypes', unknown);
    },
  }),
  of: { type: 'array', items: { type: 'string', enum: eventNames }, minItems: 1, maxItems: 50 },
});
