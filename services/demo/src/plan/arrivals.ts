import { type Random, weighted } from '../chance.ts';
import { type ReportKind, reportKinds } from '../content/reports.ts';
import { DAY, dayOf, HOUR, monthOf, startOf, weekdayOf } from '../time.ts';

/** A span of time, milliseconds since 1970. */
export interface Span {
  readonly from: number;
  readonly until: number;
}

/** A report to come: when, and of what. */
export interface Arrival {
  readonly at: number;
  readonly kind: ReportKind;
}

/** How many reports there are: January to December, Monday to Sunday, and by the hour of the day. */
const months = [0.85, 0.75, 1, 1.05, 1.1, 1.2, 1.3, 1.25, 1.1, 1, 0.95, 0.9];
const weekdays = [1.15, 1.1, 1.05, 1.05, 1.1, 0.8, 0.7];
const hours = [
  ...[0.25, 0.15, 0.1, 0.1, 0.15, 0.4, 1, 2.2, 3.6, 4.6, 4.8, 4],
  ...[2.4, 2.6, 3.8, 4.2, 4, 3.6, 3, 2.8, 2.4, 1.8, 1, 0.5],
];

/** So many times as many while a storm lasts. */
const STORM = 2.5;

/** Days until people have got used to it. */
const RAMP = 60;

/** `count` reports spread over the span as reports come, in order of time. */
export const arrivals = (count: number, span: Span, storms: readonly Span[], random: Random): readonly Arrival[] => {
  const days: (readonly [number, number])[] = [];
  for (let day = startOf(dayOf(span.from)); day < span.until; day += DAY) {
    const ramp = Math.min(1, 0.4 + (0.6 * (day - span.from)) / (RAMP * DAY));
    days.push([
      day,
      months[monthOf(day) - 1]! * weekdays[weekdayOf(day) - 1]! * ramp * (stormy(day, storms) ? STORM : 1),
    ]);
  }
  const hourly = hours.map((weight, hour) => [hour, weight] as const);
  const times: number[] = [];
  const cumulated = cumulate(days);
  while (times.length < count) {
    const at = drawn(cumulated, random) + (weighted(hourly, random) + random()) * HOUR;
    if (at >= span.from && at < span.until) times.push(Math.round(at));
  }
  times.sort((a, b) => a - b);
  return times.map((at) => ({ at, kind: kindAt(at, storms, random) }));
};

const stormy = (at: number, storms: readonly Span[]): boolean =>
  storms.some(({ from, until }) => at > from - DAY && at < until);

const kindAt = (at: number, storms: readonly Span[], random: Random): ReportKind => {
  const month = monthOf(at);
  const [isSummer, isWinter, isStormy] = [month >= 6 && month <= 9, month === 12 || month <= 2, stormy(at, storms)];
  return weighted(
    reportKinds.map((kind) => {
      const { share, summer = 1, winter = 1, storm = 1 } = kind;
      return [kind, share * (isSummer ? summer : 1) * (isWinter ? winter : 1) * (isStormy ? storm : 1)] as const;
    }),
    random,
  );
};

type Cumulated = readonly (readonly [day: number, upTo: number])[];

const cumulate = (days: readonly (readonly [number, number])[]): Cumulated => {
  let sum = 0;
  return days.map(([day, weight]) => [day, (sum += weight)]);
};

/** A day, each as likely as its weight; by bisection, since there are many. */
const drawn = (days: Cumulated, random: Random): number => {
  const wanted = random() * days.at(-1)![1];
  let [low, high] = [0, days.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle]![1] > wanted) high = middle;
    else low = middle + 1;
  }
  return days[low]![0];
};
