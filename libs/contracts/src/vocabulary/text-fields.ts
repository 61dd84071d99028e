import { IsString, Matches, MaxLength, MinLength, ValidateBy } from 'class-validator';
import { unknownEvent } from './unknown-event.ts';
import type { FieldOptions } from './field.ts';
import { type FieldDecorator, type Kind, type ListOptions, many, matching, mustBe, one } from './kind.ts';
import { NoCitizenNumber } from './no-citizen-number.ts';

type Bounded = (zh: string, en: string, options: FieldOptions & { readonly max: number }) => PropertyDecorator;

const bounded =
  (kind: (max: number) => Kind): Bounded =>
  (zh, en, { max, ...options }) =>
    one(kind(max))(zh, en, options);

const oneLine = /^(?!\s)[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+(?<!\s)$/u;

/** Lines: with something that can be seen, and of control characters only those that part lines or indent them. */
const severalLines = /^(?=[^]*[^\s\p{Cc}\p{Cf}\p{Cs}\p{DI}])(?:[^\p{Cc}\p{Cs}]|[\t\r\n])+$/u;

/** Whole characters: half of a surrogate pair cannot be written down, nor compared with what was. */
const wellFormed = /^\P{Cs}*$/u;

const line = (max: number): Kind => ({
  of: { type: 'string', pattern: oneLine.source, maxLength: max },
  checks: (each) => [
    MaxLength(max, each),
    NoCitizenNumber(each),
    Matches(oneLine, mustBe(each, 'one line of text without spaces at its ends')),
  ],
});

/** One line people write: no control characters, no space at its ends, no citizen number, at most so long. */
export const phrase = bounded(line);

/** A unit (责任单位) by its name, in one line. */
export const unit = one(line(40));

/** What people write, in several lines at most, without a citizen number. Where it is personal it is sealed before it is recorded. */
export const remark = bounded((max) => ({
  of: { type: 'string', pattern: severalLines.source, maxLength: max },
  checks: (each) => [
    MaxLength(max, each),
    NoCitizenNumber(each),
    Matches(severalLines, mustBe(each, 'text that can be seen, without control characters')),
  ],
}));

const textOf = (min: number, max: number): Kind => ({
  of: { type: 'string', minLength: min, maxLength: max },
  checks: (each) => [
    MaxLength(max, each),
    MinLength(min, each),
    Matches(wellFormed, mustBe(each, 'text of whole characters')),
    IsString(each),
  ],
});

/** Text that machines write, or that only is compared: a cursor, an id of any form. */
export const text = (
  zh: string,
  en: string,
  { min = 0, max, ...options }: FieldOptions & { readonly min?: number; readonly max: number },
): PropertyDecorator => one(textOf(min, max))(zh, en, options);

/** A list of such texts, each of them at most so long. */
export const texts = (
  zh: string,
  en: string,
  { max, ...options }: ListOptions & { readonly max: number },
): PropertyDecorator => many(textOf(0, max))(zh, en, options);

/** Words that are searched for, at most 40 characters. */
export const searchText: FieldDecorator = (zh, en, options) => text(zh, en, { ...options, min: 1, max: 40 });

/** A password, which is never trimmed or looked into. */
export const password: FieldDecorator = (zh, en, options) => text(zh, en, { ...options, min: 1, max: 256 });

/** Name of an edition or version: letters, digits, dots and hyphens. */
export const edition = one(matching(/^[\p{L}\d][\p{L}\d.-]{0,39}$/u, 'at most 40 letters, digits, dots and hyphens'));

/** An account's name: an office code in small letters, digits and single hyphens, 3 to 32 long, a letter first. */
export const username = one(
  matching(
    /^(?=.{3,32}$)[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/,
    '3 to 32 small letters, digits and single hyphens, a letter first',
    [NoCitizenNumber()],
  ),
);

/** A Chinese phone number in office: a mobile, or a landline with its area code. */
export const officePhone = one(
  matching(/^(?:1[3-9]\d{9}|0\d{2,3}-\d{7,8})$/, 'a mobile number or area code, hyphen and landline'),
);

/** A phone number as a resident gives it: digits, hyphens and a leading plus. */
export const phone = one(matching(/^\+?\d[\d-]{4,18}\d$/, 'a phone number of digits and hyphens'));

/** SHA-256 of a sealed file, as its upload answered it: 64 hex digits. */
export const sha256 = one(matching(/^[0-9a-f]{64}$/, '64 hex digits'));

/** Types of events, separated by commas; at most 50. */
export const eventTypes = one(
  matching(/^\w+(,\w+){0,49}$/, 'types of events, separated by commas', [
    ValidateBy({
      name: 'eventTypes',
      validator: {
        validate: (value) => unknownEvent(value) === undefined,
        defaultMessage: (of) => unknownEvent(of?.value) ?? '',
      },
    }),
  ]),
);
