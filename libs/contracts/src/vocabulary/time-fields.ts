import { IsISO8601, isISO8601, Matches, ValidateBy } from 'class-validator';
import { type Kind, many, matching, mustBe, one } from './kind.ts';

const existing = (pattern: RegExp, format: string, exists: string, form: string): Kind => ({
  of: { type: 'string', format },
  checks: (each) => [
    IsISO8601({ strict: true }, mustBe(each, `${exists} that exists`)),
    Matches(pattern, mustBe(each, form)),
  ],
});

/** An instant in UTC with milliseconds, `2026-03-01T08:00:00.000Z`. */
export const instant = one(
  existing(
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/,
    'date-time',
    'a moment',
    'an instant in UTC with milliseconds',
  ),
);

/** An instant with any offset, as people ask for it: `2026-03-01T16:00:00+08:00`. */
export const anyInstant = one({
  of: { type: 'string', format: 'date-time' },
  checks: (each) => [IsISO8601({ strict: true, strictSeparator: true }, each)],
});

const dayKind = existing(/^(?:19|20)\d{2}-\d{2}-\d{2}$/, 'date', 'a day', 'a day, YYYY-MM-DD');

/** A day in China, `YYYY-MM-DD`, that exists in the calendar. */
export const day = one(dayKind);
export const days = many(dayKind);

/** A month in China, `2026-01`. */
export const month = one(matching(/^20\d{2}-(?:0[1-9]|1[0-2])$/, 'a month, YYYY-MM'));

/** A time of day, `09:00`. */
export const timeOfDay = one(matching(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'a time of day, hh:mm'));

/** A time of day at which something ends, to `24:00`. */
export const endOfSpan = one(matching(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, 'a time of day, hh:mm, or 24:00'));

/** An offset from UTC, `+08:00`. */
export const utcOffset = one(matching(/^[+-](?:0\d|1[0-4]):[0-5]\d$/, 'an offset from UTC, +hh:mm'));

/** An instant with any offset, or a day. */
export const instantOrDay = one({ of: { type: 'string' }, checks: (each) => [IsISO8601({ strict: true }, each)] });

/** What the log knew at an instant, on a day, or when it had reached a position of 16 digits. */
export const pastMoment = one({
  of: { type: 'string' },
  checks: () => [
    ValidateBy(
      { name: 'pastMoment', validator: { validate: isPastMoment } },
      mustBe({}, 'an instant, a day or a position'),
    ),
  ],
});

const isPastMoment = (value: unknown): boolean =>
  typeof value === 'string' && (/^\d{16}$/.test(value) || isISO8601(value, { strict: true }));
