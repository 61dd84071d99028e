import type { Instant } from '../event.ts';
import { isWorkingDay, type WorkingCalendar } from './calendar.ts';

const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;

/** From (included) and to (excluded), in milliseconds since 1970. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** How far working time is looked for: five years, more than any limit with its extensions takes. */
const FARTHEST = 5 * 366 * DAY;

/**
 * Every working span that ends after `from`, in order.
 * @throws {RangeError} where the week has no working time, or more than five years are asked for
 */
export function* workingSpansAfter(calendar: WorkingCalendar, from: number): Generator<Span, never> {
  const days = workingDaysFrom(calendar, from);
  for (;;) yield* days.next().value.filter((span) => span.to > from);
}

/**
 * The working spans of each working day, beginning with the day that holds `from`.
 * @throws {RangeError} as {@link workingSpansAfter} does
 */
export function* workingDaysFrom(calendar: WorkingCalendar, from: number): Generator<readonly Span[], never> {
  const { utcOffset, workingSpans, workingWeekdays } = calendar;
  if (workingSpans.length === 0 || workingWeekdays.length === 0) throw new RangeError('a week needs working time');
  const offset = minutesOf(utcOffset.slice(1)) * MINUTE * (utcOffset.startsWith('-') ? -1 : 1);
  for (let day = Math.floor((from + offset) / DAY) * DAY; day <= from + FARTHEST; day += DAY) {
    if (!isWorkingDay(calendar, new Date(day).toISOString().slice(0, 10))) continue;
    const midnight = day - offset;
    yield workingSpans.map((span) => ({
      from: midnight + minutesOf(span.from) * MINUTE,
      to: midnight + minutesOf(span.to) * MINUTE,
    }));
  }
  throw new RangeError(`calendar ${calendar.version} has too little working time in five years`);
}

/** @throws {RangeError} for what is no instant. */
export const millisecondsOf = (instant: Instant): number => {
  const milliseconds = Date.parse(instant);
  if (Number.isNaN(milliseconds)) throw new RangeError(`no instant: ${instant}`);
  return milliseconds;
};

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
