import { DAY, HOUR, startOf } from '../time.ts';
import type { Span } from './arrivals.ts';

/** When wartime was on in the demo's history: its two storms. */
export interface Storms {
  /** A typhoon in the first summer: level Ⅲ on three streets, some three days. */
  readonly typhoon: Span;
  /** A flood in the last summer: level Ⅱ on the whole district, some five days. */
  readonly flood: Span;
}

/** The first 18 August a month after the beginning at least, and the last 5 July ten days before the end at least. */
export const stormsBetween = ({ from, until }: Span): Storms => {
  const years = Array.from({ length: 4 }, (_, i) => new Date(from).getUTCFullYear() + i);
  const typhoons = years.map((year) => startOf(`${year}-08-18`) + 15.5 * HOUR);
  const floods = years.map((year) => startOf(`${year}-07-05`) + 2 * HOUR + 10 * 60_000);
  const typhoon = typhoons.find((at) => at >= from + 30 * DAY)!;
  const flood = floods.findLast((at) => at <= until - 10 * DAY)!;
  return {
    typhoon: { from: typhoon, until: typhoon + 2.7 * DAY },
    flood: { from: flood, until: flood + 5.3 * DAY },
  };
};
