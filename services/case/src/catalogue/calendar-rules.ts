import type { PublishCalendar } from '@panshi/contracts';
import { leastOfYear } from '@panshi/kernel';
import { reject } from '../reject.ts';

type Year = PublishCalendar['years'][number];

/** @throws {Rejection} where a calendar contradicts itself */
export const checkCalendar = (calendar: PublishCalendar): void => {
  const { workingSpans, years } = calendar;
  for (const [i, { from, to }] of workingSpans.entries()) {
    const before = workingSpans[i - 1];
    if (!(from < to) || (before && from < before.to)) reject('catalogue.spans-out-of-order', { from, to });
  }
  const twice = years.find(({ year }, i) => years.findIndex((other) => other.year === year) !== i);
  if (twice) reject('catalogue.year-twice', { year: twice.year });
  for (const year of years) checkYear(year);
  const { hours } = leastOfYear(calendar);
  if (!(hours >= LEAST_HOURS))
    reject('catalogue.too-little-working-time', { least: LEAST_HOURS, hours: Math.floor(hours) });
};

/** Working hours that a year has at least: three quarters of the 2,000 of an eight-hour day. */
const LEAST_HOURS = 1500;

const checkYear = ({ year, holidays, makeUpWorkdays }: Year): void => {
  for (const { from, to } of holidays) {
    if (from > to) reject('catalogue.holiday-ends-before-it-begins', { from, to });
    if (!from.startsWith(`${year}-`) || !to.startsWith(`${year}-`))
      reject('catalogue.day-of-other-year', { year, day: from });
  }
  for (const day of makeUpWorkdays) {
    if (!day.startsWith(`${year}-`)) reject('catalogue.day-of-other-year', { year, day });
    if (holidays.some(({ from, to }) => from <= day && day <= to)) reject('catalogue.make-up-day-in-holiday', { day });
  }
};
