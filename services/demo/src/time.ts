import { chinaCalendar, type Instant, isWorkingDay, type LocalDate } from '@panshi/kernel';

/** Times are milliseconds since 1970; days and hours are China's. */
export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const CHINA = 8 * HOUR;

export const instant = (time: number): Instant => new Date(time).toISOString();

/** The day it is. */
export const dayOf = (time: number): LocalDate => instant(time + CHINA).slice(0, 10);

/** When a day begins. */
export const startOf = (day: LocalDate): number => Date.parse(day) - CHINA;

/** The hour of the day, with its fraction. */
export const hourOf = (time: number): number => ((time + CHINA) % DAY) / HOUR;

/** Monday 1 to Sunday 7. */
export const weekdayOf = (time: number): number => new Date(time + CHINA).getUTCDay() || 7;

/** January 1 to December 12. */
export const monthOf = (time: number): number => new Date(time + CHINA).getUTCMonth() + 1;

/** That hour of the nth working day from the time's day on, which counts as day 0 where it is worked. */
export const workingDayAfter = (time: number, nth: number, hour: number): number => {
  let start = startOf(dayOf(time));
  for (let left = nth; ; start += DAY) {
    if (!isWorkingDay(chinaCalendar, dayOf(start))) continue;
    if (left-- === 0) return start + hour * HOUR;
  }
};

/** That hour of the nth working day before the time's day. */
export const workingDayBefore = (time: number, nth: number, hour: number): number => {
  let start = startOf(dayOf(time));
  for (let left = nth; left > 0;) {
    start -= DAY;
    if (isWorkingDay(chinaCalendar, dayOf(start))) left--;
  }
  return start + hour * HOUR;
};

/** The time itself in office hours of a working day, else the next morning somebody is in. */
export const inOffice = (time: number, random: () => number): number => {
  const hour = hourOf(time);
  if (isWorkingDay(chinaCalendar, dayOf(time)) && hour >= 8.5 && hour < 17.75) return time;
  const next = workingDayAfter(hour < 8.5 ? time : time + DAY, 0, 8.5);
  return next + random() * 90 * MINUTE;
};
