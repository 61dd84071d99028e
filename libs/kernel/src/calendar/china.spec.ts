import { describe, expect, it } from '@jest/globals';
import { isWorkingDay } from './calendar.ts';
import { chinaCalendar } from './china.ts';

const DAY = 86_400_000;

const daysBetween = (from: string, to: string): string[] =>
  Array.from({ length: (Date.parse(to) - Date.parse(from)) / DAY + 1 }, (_, i) =>
    new Date(Date.parse(from) + i * DAY).toISOString().slice(0, 10),
  );

const isWeekend = (date: string): boolean => [0, 6].includes(new Date(date).getUTCDay());

const lunar = (date: string): string =>
  new Intl.DateTimeFormat('en-u-ca-chinese', { timeZone: 'UTC', month: 'numeric', day: 'numeric' }).format(
    new Date(date),
  );

describe('the calendar of China', () => {
  it.each([
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])(
    'exchanges days, but gives none away: %i has %i working days, all days less weekends and statutory holidays',
    (year, days) => {
      const worked = daysBetween(`${year}-01-01`, `${year}-12-31`).filter((date) => isWorkingDay(chinaCalendar, date));
      expect(worked).toHaveLength(days);
    },
  );

  it.each(chinaCalendar.years)('makes up for holidays of $year at weekends only', ({ year, makeUpWorkdays }) => {
    for (const date of makeUpWorkdays) {
      expect([date, date.startsWith(String(year)), isWeekend(date)]).toEqual([date, true, true]);
    }
  });

  it.each(chinaCalendar.years)('neither works nor makes up on a holiday of $year', ({ holidays }) => {
    for (const { from, to } of holidays) {
      for (const date of daysBetween(from, to))
        expect([date, isWorkingDay(chinaCalendar, date)]).toEqual([date, false]);
    }
  });

  it('works on a make-up Saturday and rests on a holiday’s Monday', () => {
    expect(isWorkingDay(chinaCalendar, '2026-02-28')).toBe(true);
    expect(isWorkingDay(chinaCalendar, '2026-02-23')).toBe(false);
    expect(isWorkingDay(chinaCalendar, '2026-03-07')).toBe(false);
    expect(isWorkingDay(chinaCalendar, '2026-03-09')).toBe(true);
  });

  // ICU puts the new moon of 2027-02-06, four minutes before midnight, into the next day: published years only.
  it.each(chinaCalendar.years.filter(({ status }) => status === 'published'))(
    'rests on the lunar festivals of $year',
    ({ year }) => {
      const festivals = daysBetween(`${year}-01-01`, `${year}-12-31`).filter((date) =>
        ['1/1', '1/2', '1/3', '5/5', '8/15'].includes(lunar(date)),
      );
      expect(festivals).toHaveLength(5);
      for (const date of festivals) expect([date, isWorkingDay(chinaCalendar, date)]).toEqual([date, false]);
    },
  );

  it('says of a year whose notice is not in it that it is provisional, and makes up for nothing there', () => {
    const provisional = chinaCalendar.years.filter(({ status }) => status === 'provisional');
    expect(provisional.map(({ year, makeUpWorkdays }) => [year, makeUpWorkdays])).toEqual([[2027, []]]);
  });
});
