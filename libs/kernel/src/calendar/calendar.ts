/** A day of the calendar's own zone, `2026-02-14`. Sorts as text. */
export type LocalDate = string;

/** A part of the day in which work is done, from (included) and to (excluded) a time `09:00` of the calendar's zone. */
export interface WorkingSpan {
  readonly from: string;
  readonly to: string;
}

/** Days off in a row, first and last day included. */
export interface Holiday {
  readonly name: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** What one year's notice changes in the ordinary week. */
export interface YearArrangement {
  readonly year: number;
  /** `provisional` until the notice of that year is out: weekends and statutory days only, no make-up days. */
  readonly status: 'published' | 'provisional';
  readonly source: string;
  readonly holidays: readonly Holiday[];
  /** Days worked in exchange for a longer holiday (调休), mostly at weekends. */
  readonly makeUpWorkdays: readonly LocalDate[];
}

/**
 * When work is done: plain data, which the district may edit under a new `version` (a case keeps the version it was
 * opened under). In years without an arrangement only the week counts.
 */
export interface WorkingCalendar {
  readonly version: string;
  /** Fixed, `+08:00`: China has kept one offset, without summer time, since 1992. */
  readonly utcOffset: string;
  /** ISO weekdays, Monday 1 to Sunday 7. */
  readonly workingWeekdays: readonly number[];
  /** In order, not overlapping. */
  readonly workingSpans: readonly WorkingSpan[];
  readonly years: readonly YearArrangement[];
}

/** What an ordinary year without arrangement has at least: this many whole weeks. */
const WEEKS = 52;

/** Hours of work in a working day; `NaN` where a span is none. */
const dailyHours = ({ workingSpans }: WorkingCalendar): number =>
  workingSpans.reduce((sum, { from, to }) => sum + hourOf(to) - hourOf(from), 0);

const hourOf = (time: string): number => Number(time.slice(0, 2)) + Number(time.slice(3)) / 60;

const daysOf = (calendar: WorkingCalendar, arrangement: YearArrangement): number => {
  const only = { ...calendar, years: [arrangement] };
  const [first, next] = [Date.UTC(arrangement.year, 0), Date.UTC(arrangement.year + 1, 0)];
  let days = 0;
  for (let day = first; day < next; day += 86_400_000)
    if (isWorkingDay(only, new Date(day).toISOString().slice(0, 10))) days += 1;
  return days;
};

/** The working days and hours that every year has at least: the poorest of those arranged, and an ordinary one. */
export const leastOfYear = (calendar: WorkingCalendar): { readonly days: number; readonly hours: number } => {
  const arranged = calendar.years.map((year) => daysOf(calendar, year));
  const days = Math.min(WEEKS * calendar.workingWeekdays.length, ...arranged);
  return { days, hours: days * dailyHours(calendar) };
};

/** A time limit as catalogues write it. */
export interface TimeLimit {
  readonly kind: 'working-hours' | 'working-days' | 'natural-hours';
  readonly amount: number;
}

/** What of a calendar says on which days work is done. */
interface WorkingDays extends Pick<WorkingCalendar, 'workingWeekdays'> {
  readonly years: readonly Pick<YearArrangement, 'holidays' | 'makeUpWorkdays'>[];
}

/** Whether work is done on `date`: a make-up day is worked, a holiday is not, and otherwise the week decides. */
export const isWorkingDay = ({ years, workingWeekdays }: WorkingDays, date: LocalDate): boolean => {
  if (years.some(({ makeUpWorkdays }) => makeUpWorkdays.includes(date))) return true;
  if (years.some(({ holidays }) => holidays.some(({ from, to }) => from <= date && date <= to))) return false;
  return workingWeekdays.includes(new Date(date).getUTCDay() || 7);
};
