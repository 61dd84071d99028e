import { addWorkingTime, type Instant, workingTimeBetween, type WorkingCalendar } from '@panshi/kernel';
import type { Stop } from './clock.ts';

/** A way of counting time, in hours. */
export interface Counting {
  between(from: Instant, to: Instant): number;
  add(from: Instant, hours: number): Instant;
}

export const natural: Counting = {
  between: (from, to) => (Date.parse(to) - Date.parse(from)) / 3_600_000,
  add: (from, hours) => new Date(Date.parse(from) + Math.round(hours * 3_600_000)).toISOString(),
};

export const working = (calendar: WorkingCalendar): Counting => ({
  between: (from, to) => workingTimeBetween(calendar, from, to) / 60,
  add: (from, hours) => addWorkingTime(calendar, from, { kind: 'working-hours', amount: hours }),
});

/** When `hours` from `start` have been counted, leaving out the stops; undefined while one still lasts. */
export const reachedAt = (
  counting: Counting,
  start: Instant,
  hours: number,
  stops: readonly Stop[],
): Instant | undefined => {
  let at = counting.add(start, hours);
  for (const { from, to } of merged(stops, start)) {
    if (from >= at) break;
    if (to === undefined) return undefined;
    at = counting.add(to, counting.between(from, at));
  }
  return at;
};

/** The stops after `start`, in order, overlapping ones made one. */
const merged = (stops: readonly Stop[], start: Instant): readonly Stop[] => {
  const result: Stop[] = [];
  for (const stop of stops.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    if (stop.to !== undefined && stop.to <= start) continue;
    const from = stop.from < start ? start : stop.from;
    const last = result.at(-1);
    if (last && (last.to === undefined || from <= last.to))
      result[result.length - 1] = { from: last.from, to: later(last.to, stop.to) };
    else result.push({ from, to: stop.to });
  }
  return result;
};

const later = (a: Instant | undefined, b: Instant | undefined): Instant | undefined =>
  a === undefined || b === undefined ? undefined : a > b ? a : b;
