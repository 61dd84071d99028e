import {
  beginningOf,
  dayForm,
  instantForm,
  instantOf,
  isDay,
  isPosition,
  positionForm,
  positionOrEndOf,
} from '@panshi/kernel';
import type { JsonSchema } from './field.ts';
import { type Kind, many, matching, mustBe, one } from './kind.ts';

interface Moment {
  /** The moment a text names, in its normal form; undefined where it names none. */
  readonly by: (text: string) => string | undefined;
  readonly zh: string;
  readonly en: string;
  readonly of: JsonSchema;
}

/** Longer than any way to write a moment. */
const longest = 40;

const moment = ({ by, zh, en, of }: Moment): Kind => {
  const refused = mustBe('moment', zh, en);
  return {
    of,
    read: (value) => (typeof value === 'string' && value.length <= longest ? (by(value) ?? refused) : refused),
  };
};

/** A text as it is, where another function can read it: nothing is taken that would then name no moment. */
const asWritten =
  (reads: (text: string) => unknown) =>
  (text: string): string | undefined =>
    reads(text) ? text : undefined;

const anInstant: JsonSchema = { type: 'string', format: 'date-time', pattern: instantForm.source };
const aDay: JsonSchema = { type: 'string', format: 'date', pattern: dayForm.source };
const aPosition: JsonSchema = { type: 'string', pattern: positionForm.source };

/** An instant with any offset, `2026-03-01T16:00:00+08:00`; stored in UTC with milliseconds, `2026-03-01T08:00:00.000Z`. */
export const instant = one(
  moment({
    by: instantOf,
    zh: '含时区的时刻，如 2026-03-01T08:00:00+08:00',
    en: 'an instant with its offset, such as 2026-03-01T08:00:00+08:00',
    of: anInstant,
  }),
);

const dayKind = moment({
  by: asWritten(isDay),
  zh: '存在的日期，如 2026-03-01',
  en: 'a day that exists, YYYY-MM-DD',
  of: aDay,
});

/** A day in China, `YYYY-MM-DD`, that exists in the calendar. */
export const day = one(dayKind);
export const days = many(dayKind);

/** A month in China, `2026-01`. */
export const month = one(
  matching({ pattern: /^20\d{2}-(?:0[1-9]|1[0-2])$/, what: { zh: '月份，如 2026-03', en: 'a month, YYYY-MM' } }),
);

/** A time of day, `09:00`. */
export const timeOfDay = one(
  matching({ pattern: /^(?:[01]\d|2[0-3]):[0-5]\d$/, what: { zh: '时间，如 09:00', en: 'a time of day, hh:mm' } }),
);

/** A time of day at which something ends, to `24:00`. */
export const endOfSpan = one(
  matching({
    pattern: /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/,
    what: { zh: '时间，如 12:00，至多 24:00', en: 'a time of day, hh:mm, or 24:00' },
  }),
);

/** An offset from UTC, `+08:00`. */
export const utcOffset = one(
  matching({
    pattern: /^[+-](?:0\d|1[0-4]):[0-5]\d$/,
    what: { zh: '与世界时的时差，如 +08:00', en: 'an offset from UTC, +hh:mm' },
  }),
);

/** An instant with any offset, or a day. */
export const instantOrDay = one(
  moment({
    by: asWritten(beginningOf),
    zh: '日期，或含时区的时刻，如 2026-03-01T08:00:00+08:00',
    en: 'a day, or an instant such as 2026-03-01T08:00:00+08:00',
    of: { anyOf: [aDay, anInstant] },
  }),
);

/** What the log knew at an instant, on a day, or when it had reached a position of 16 digits. */
export const pastMoment = one(
  moment({
    by: asWritten(positionOrEndOf),
    zh: '含时区的时刻、日期或日志位置',
    en: 'an instant with its offset, a day or a position',
    of: { anyOf: [aDay, anInstant, aPosition] },
  }),
);

/** A place in the log. */
export const position = one(
  moment({
    by: asWritten(isPosition),
    zh: '16位数字的日志位置，如回执中的 position',
    en: 'a position in the log, 16 digits, as a receipt tells it',
    of: aPosition,
  }),
);
