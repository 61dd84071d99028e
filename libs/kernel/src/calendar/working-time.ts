import type { Instant } from '../event.ts';
import type { TimeLimit, WorkingCalendar } from './calendar.ts';
import { DAY, millisecondsOf, workingDaysFrom, workingSpansAfter } from './span.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/**
 * When a limit that begins at `from` runs out.
 * - `natural-hours` run by day and night.
 * - `working-hours` run in working time only, from the very moment, and may run out with the span they end in.
 * - `working-days`, whole ones: the day of the beginning does not count, and the last one ends with its working time
 *   (Civil Code of the PRC, articles 201 and 203).
 * @throws {RangeError} for an amount that is not positive, working days that are not whole, and what takes longer than
 * five years
 */
export const addWorkingTime = (calendar: WorkingCalendar, from: Instant, limit: TimeLimit): Instant => {
  if (!(limit.amount > 0)) throw new RangeError(`a time limit is positive, not ${limit.amount}`);
  return new Date(deadline(calendar, millisecondsOf(from), limit)).toISOString();
};

/** Working minutes from `a` to `b`, with their fraction; negative where `b` comes first. */
export const workingTimeBetween = (calendar: WorkingCalendar, a: Instant, b: Instant): number => {
  const [from, to] = [millisecondsOf(a), millisecondsOf(b)];
  if (from >= to) return from === to ? 0 : -workingTimeBetween(calendar, b, a);
  let worked = 0;
  for (const span of workingSpansAfter(calendar, from)) {
    if (span.from >= to) break;
    worked += Math.min(span.to, to) - Math.max(span.from, from);
  }
  return worked / MINUTE;
};

/** Whether work is being done at `instant`; at the very end of a span it is over. */
export const isWorkingTime = (calendar: WorkingCalendar, instant: Instant): boolean => {
  const moment = millisecondsOf(instant);
  const next = workingSpansAfter(calendar, moment).next();
  return next.value.from <= moment;
};

const deadline = (calendar: WorkingCalendar, from: number, { kind, amount }: TimeLimit): number => {
  if (kind === 'natural-hours') return from + Math.round(amount * HOUR);
  return kind === 'working-days' ? endOfWorkingDay(calendar, from, amount) : afterWorking(calendar, from, amount);
};

const afterWorking = (calendar: WorkingCalendar, from: number, hours: number): number => {
  const spans = workingSpansAfter(calendar, from);
  let left = Math.max(1, Math.round(hours * HOUR));
  for (;;) {
    const span = spans.next().value;
    const start = Math.max(span.from, from);
    if (left <= span.to - start) return start + left;
    left -= span.to - start;
  }
};

const endOfWorkingDay = (calendar: WorkingCalendar, from: number, days: number): number => {
  if (!Number.isInteger(days)) throw new RangeError(`working days are whole, not ${days}`);
  const following = workingDaysFrom(calendar, from + DAY);
  for (let passed = 1; passed < days; passed++) following.next();
  return following.next().value.at(-1)!.to;
};
