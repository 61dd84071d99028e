import { beginningOf, instantOf, isDay, positionOrEndOf } from '@panshi/kernel';
import { ValidateBy } from 'class-validator';
import { type Kind, many, matching, mustBe, one } from './kind.ts';

/** Text that what reads it can read: nothing is accepted that would then name no moment. */
const read = (by: (text: string) => unknown, what: string, format?: string): Kind => ({
  of: { type: 'string', ...(format && { format }) },
  checks: (each) => [
    ValidateBy(
      { name: 'moment', validator: { validate: (value) => typeof value === 'string' && Boolean(by(value)) } },
      mustBe(each, what),
    ),
  ],
});

/** An instant in UTC with milliseconds, `2026-03-01T08:00:00.000Z`. */
export const instant = one(
  read((text) => instantOf(text) === text, 'an instant in UTC with milliseconds that exists', 'date-time'),
);

/** An instant with any offset, as people ask for it: `2026-03-01T16:00:00+08:00`. */
export const anyInstant = one(
  read(instantOf, 'an instant with its offset, such as 2026-03-01T08:00:00+08:00', 'date-time'),
);

const dayKind = read(isDay, 'a day that exists, YYYY-MM-DD', 'date');

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
export const instantOrDay = one(read(beginningOf, 'a day, or an instant such as 2026-03-01T08:00:00+08:00'));

/** What the log knew at an instant, on a day, or when it had reached a position of 16 digits. */
export const pastMoment = one(read(positionOrEndOf, 'an instant with its offset, a day or a position'));
