import { describe, expect, it } from '@jest/globals';
import type { PublishCalendar } from '@panshi/contracts';
import { addWorkingTime, chinaCalendar, type Rejection } from '@panshi/kernel';
import fc from 'fast-check';
import { at, districtCode } from '../../test/names.ts';
import { checkCalendar } from './calendar-rules.ts';
import { checkHorizon } from './horizon.ts';

const calendar = { ...chinaCalendar, districtCode } as unknown as PublishCalendar;
const code = (over: Partial<PublishCalendar>): string | undefined => {
  try {
    checkCalendar({ ...calendar, ...over });
    return undefined;
  } catch (error) {
    return (error as Rejection).code;
  }
};

const holiday = { name: '全年', from: '2026-01-01', to: '2026-09-30' };
const year = { year: 2026, status: 'published' as const, source: '通知', holidays: [holiday], makeUpWorkdays: [] };

describe('working time of a calendar', () => {
  it.each([
    ['one minute a week', { workingWeekdays: [1], workingSpans: [{ from: '09:00', to: '09:01' }] }],
    ['three days a week', { workingWeekdays: [1, 2, 3] }],
    ['a year of holidays', { years: [year] }],
  ])('of %s is too little', (_, over) => expect(code(over)).toBe('catalogue.too-little-working-time'));

  it('is enough where 1,500 hours are worked in each year', () => {
    expect(code({})).toBeUndefined();
    const week = { workingWeekdays: [1, 2, 3, 4], workingSpans: [{ from: '09:00', to: '16:13' }] };
    expect(code({ ...week, years: [] })).toBeUndefined();
  });

  it.each([
    ['without length', { from: '09:00', to: '09:00' }],
    ['without times', [] as unknown as PublishCalendar['workingSpans'][number]],
  ])('has no span %s', (_, span) => expect(code({ workingSpans: [span] })).toBe('catalogue.spans-out-of-order'));
});

const time = fc.integer({ min: 0, max: 24 * 60 }).map((minutes) => {
  const pad = (n: number): string => String(n).padStart(2, '0');
  return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
});
const day = (of: number) =>
  fc.integer({ min: 0, max: 364 }).map((n) => new Date(Date.UTC(of, 0, 1 + n)).toISOString().slice(0, 10));
const years = fc.uniqueArray(fc.integer({ min: 2025, max: 2030 }), { maxLength: 4 }).chain((numbers) =>
  fc.tuple(
    ...numbers.map((number) =>
      fc.record({
        year: fc.constant(number),
        status: fc.constant('published' as const),
        source: fc.constant('通知'),
        holidays: fc.array(fc.record({ name: fc.constant('假期'), from: day(number), to: day(number) }), {
          maxLength: 3,
        }),
        makeUpWorkdays: fc.uniqueArray(day(number), { maxLength: 4 }),
      }),
    ),
  ),
);
const calendars = fc.record({
  workingWeekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
  workingSpans: fc.array(fc.record({ from: time, to: time }), { minLength: 1, maxLength: 4 }),
  years,
});
const limits = fc.oneof(
  fc.record({ kind: fc.constant('working-hours' as const), amount: fc.double({ min: 0.25, max: 9000, noNaN: true }) }),
  fc.record({ kind: fc.constant('working-days' as const), amount: fc.integer({ min: 1, max: 1000 }) }),
);
const moment = fc.date({ min: new Date('2024-06-01'), max: new Date('2031-01-01'), noInvalidDate: true });

describe('a deadline', () => {
  it('is found by every calendar and limit that the rules let pass, doubled by extensions too', () => {
    fc.assert(
      fc.property(calendars, limits, moment, (odd, limit, from) => {
        const made = { ...calendar, ...odd };
        fc.pre(code(made) === undefined);
        try {
          checkHorizon([{ code: '20101', limit }], [made]);
        } catch {
          return;
        }
        const until = addWorkingTime(made, from.toISOString(), { ...limit, amount: limit.amount * 2 });
        expect(Date.parse(until) - from.getTime()).toBeLessThan(4 * 366 * 86_400_000);
      }),
      { numRuns: 60 },
    );
  });

  it('is found or refused by any calendar at all, and never looked for without end', () => {
    fc.assert(
      fc.property(calendars, limits, (odd, limit) => {
        try {
          addWorkingTime({ ...calendar, ...odd }, at('2026-03-02T09:00'), limit);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
      }),
      { numRuns: 60 },
    );
  });
});
