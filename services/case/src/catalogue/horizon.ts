import { leastOfYear, type WorkingCalendar } from '@panshi/kernel';
import { reject } from '../reject.ts';
import type { Category } from './catalogue.ts';

const HOURS_OF_YEAR = 365 * 24;

/** A category, as far as its time goes. */
export type Limited = Pick<Category, 'code' | 'limit'>;

/**
 * A limit runs out within a year: it takes no more working time than the poorest year of each calendar has.
 * @throws {Rejection} `catalogue.limit-beyond-a-year`
 */
export const checkHorizon = (categories: readonly Limited[], calendars: readonly WorkingCalendar[]): void => {
  const years = calendars.map(leastOfYear);
  const most = {
    'natural-hours': HOURS_OF_YEAR,
    'working-hours': Math.min(HOURS_OF_YEAR, ...years.map(({ hours }) => hours)),
    'working-days': Math.min(365, ...years.map(({ days }) => days)),
  };
  for (const { code, limit } of categories)
    if (limit.amount > most[limit.kind])
      reject('catalogue.limit-beyond-a-year', { code, amount: limit.amount, most: most[limit.kind] });
};
