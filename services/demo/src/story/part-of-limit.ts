import { addWorkingTime, chinaCalendar, workingTimeBetween } from '@panshi/kernel';
import { between } from '../chance.ts';
import { DAY, HOUR, inOffice } from '../time.ts';
import { caseOf, type Course } from './case-now.ts';

/** How long a case takes whose clock stands still. */
const STANDING = { least: 0.6 * DAY, most: 3 * DAY };

/**
 * When that part of a case's time will be over, from filing (or reopening) to the deadline in force: by working time, or by the clock
 * where danger is imminent. Never before now.
 */
export const atPart = (course: Course, part: number): number => {
  const { now } = course.stage.simulation;
  const { filedAt, deadline, urgent, deadlineRule } = caseOf(course);
  const begun = course.reopenedAt ?? filedAt;
  if (begun === undefined || deadline === undefined)
    return inOffice(now + between(STANDING.least, STANDING.most, course.random), course.random);
  if (urgent || deadlineRule === 'shortened') {
    const from = Date.parse(begun);
    return Math.max(now + HOUR / 12, from + (Date.parse(deadline) - from) * part);
  }
  const minutes = workingTimeBetween(chinaCalendar, begun, deadline);
  const limit = { kind: 'working-hours' as const, amount: Math.max(0.01, (minutes / 60) * part) };
  return Math.max(now + HOUR / 12, Date.parse(addWorkingTime(chinaCalendar, begun, limit)));
};
