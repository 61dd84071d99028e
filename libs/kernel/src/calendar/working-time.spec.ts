import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { WorkingCalendar } from './calendar.ts';
import { chinaCalendar } from './china.ts';
import { addWorkingTime, isWorkingTime, workingTimeBetween } from './working-time.ts';

/** A moment of Nanjing's clock. */
const at = (local: string): string => new Date(`${local}+08:00`).toISOString();

const add = (from: string, amount: number, kind: 'working-hours' | 'working-days' | 'natural-hours'): string =>
  addWorkingTime(chinaCalendar, from, { kind, amount });

const instant = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2027-06-30'), noInvalidDate: true })
  .map((date) => date.toISOString());
const hours = fc.integer({ min: 1, max: 400 * 60 }).map((minutes) => minutes / 60);
const days = fc.integer({ min: 1, max: 60 });

describe('working hours', () => {
  it.each([
    ['run on through the day', '2026-03-02T09:00', 2, '2026-03-02T11:00'],
    ['stand still at noon', '2026-03-02T11:00', 2, '2026-03-02T14:30'],
    ['may run out with the span', '2026-03-02T10:00', 2, '2026-03-02T12:00'],
    ['begin in the morning for what comes at night', '2026-03-02T22:15', 1, '2026-03-03T09:30'],
    ['begin after lunch for what comes at noon', '2026-03-02T12:40', 1, '2026-03-02T14:30'],
    ['pass over a weekend', '2026-03-06T17:00', 2, '2026-03-09T09:30'],
    ['pass over the Spring Festival, and use its make-up Saturday', '2026-02-13T17:30', 8.5, '2026-02-14T18:00'],
    ['go on after the Spring Festival', '2026-02-14T18:00', 1, '2026-02-24T09:30'],
    ['take days of eight hours', '2026-03-02T08:30', 40, '2026-03-06T18:00'],
  ])('%s', (_, from, amount, until) => {
    expect(add(at(from), amount, 'working-hours')).toBe(at(until));
  });

  it('added to a moment are the working time until then', () => {
    fc.assert(
      fc.property(instant, hours, (from, amount) => {
        const until = add(from, amount, 'working-hours');
        expect(workingTimeBetween(chinaCalendar, from, until)).toBeCloseTo(amount * 60, 3);
      }),
    );
  });

  it('run out in working time, or at its very end', () => {
    fc.assert(
      fc.property(instant, hours, (from, amount) => {
        const until = Date.parse(add(from, amount, 'working-hours'));
        expect(isWorkingTime(chinaCalendar, new Date(until - 1).toISOString())).toBe(true);
      }),
    );
  });

  it('that are more, or begin later, never run out earlier', () => {
    fc.assert(
      fc.property(instant, instant, hours, hours, (a, b, c, d) => {
        const [early, late] = [a, b].toSorted() as [string, string];
        const [few, many] = [c, d].toSorted((x, y) => x - y) as [number, number];
        expect(add(early, few, 'working-hours') <= add(late, few, 'working-hours')).toBe(true);
        expect(add(early, few, 'working-hours') <= add(early, many, 'working-hours')).toBe(true);
      }),
    );
  });

  it('can be added in two steps or in one', () => {
    fc.assert(
      fc.property(instant, hours, hours, (from, a, b) => {
        expect(add(add(from, a, 'working-hours'), b, 'working-hours')).toBe(
          add(from, Math.round((a + b) * 60) / 60, 'working-hours'),
        );
      }),
    );
  });
});

describe('working days', () => {
  it.each([
    ['do not count the day they begin on', '2026-03-02T09:00', 1, '2026-03-03T18:00'],
    ['do not count it late in the evening either', '2026-03-02T23:59', 1, '2026-03-03T18:00'],
    ['count from Nanjing’s midnight', '2026-03-03T00:00', 1, '2026-03-04T18:00'],
    ['pass over a weekend', '2026-03-06T10:00', 1, '2026-03-09T18:00'],
    ['begin on Monday for what comes on Saturday', '2026-03-07T10:00', 1, '2026-03-09T18:00'],
    ['count a make-up Saturday', '2026-02-27T10:00', 1, '2026-02-28T18:00'],
    ['pass over the National Day', '2026-09-30T10:00', 3, '2026-10-10T18:00'],
  ])('%s', (_, from, amount, until) => {
    expect(add(at(from), amount, 'working-days')).toBe(at(until));
  });

  it('are eight hours each, after the day they begin on', () => {
    fc.assert(
      fc.property(instant, days, (from, amount) => {
        const endOfDay = new Date(
          Math.ceil((Date.parse(from) + 1 + 8 * 3_600_000) / 86_400_000) * 86_400_000 - 8 * 3_600_000,
        );
        const until = add(from, amount, 'working-days');
        expect(workingTimeBetween(chinaCalendar, endOfDay.toISOString(), until)).toBe(amount * 8 * 60);
        expect(isWorkingTime(chinaCalendar, new Date(Date.parse(until) - 1).toISOString())).toBe(true);
        expect(isWorkingTime(chinaCalendar, until)).toBe(false);
      }),
    );
  });

  it('are whole', () => {
    expect(() => add(at('2026-03-02T09:00'), 1.5, 'working-days')).toThrow(RangeError);
  });
});

describe('natural hours', () => {
  it('run by day and night, at weekends and on holidays', () => {
    expect(add(at('2026-02-14T23:30'), 24, 'natural-hours')).toBe(at('2026-02-15T23:30'));
    expect(add(at('2026-02-14T23:30'), 0.5, 'natural-hours')).toBe(at('2026-02-15T00:00'));
  });
});

describe('working time between two moments', () => {
  it('is none over a weekend, and eight hours a working day', () => {
    expect(workingTimeBetween(chinaCalendar, at('2026-03-06T18:00'), at('2026-03-09T08:30'))).toBe(0);
    expect(workingTimeBetween(chinaCalendar, at('2026-03-02T00:00'), at('2026-03-09T00:00'))).toBe(5 * 8 * 60);
  });

  it('adds up, and is negative backwards', () => {
    fc.assert(
      fc.property(instant, instant, instant, (a, b, c) => {
        const between = (from: string, to: string): number => workingTimeBetween(chinaCalendar, from, to);
        expect(between(a, b) + between(b, c)).toBeCloseTo(between(a, c), 3);
        expect(between(a, b)).toBeCloseTo(-between(b, a), 6);
      }),
      { numRuns: 30 },
    );
  });
});

describe('working time', () => {
  it.each([
    ['2026-03-02T08:29', false],
    ['2026-03-02T08:30', true],
    ['2026-03-02T11:59', true],
    ['2026-03-02T12:00', false],
    ['2026-03-02T13:30', true],
    ['2026-03-02T18:00', false],
    ['2026-03-07T10:00', false],
    ['2026-02-28T10:00', true],
    ['2026-10-05T10:00', false],
  ])('at %s: %s', (local, working) => {
    expect(isWorkingTime(chinaCalendar, at(local))).toBe(working);
  });

  it('is read in the calendar’s own zone', () => {
    const lisbon: WorkingCalendar = { ...chinaCalendar, utcOffset: '-01:00', years: [] };
    expect(isWorkingTime(lisbon, '2026-03-02T09:29:59.999Z')).toBe(false);
    expect(isWorkingTime(lisbon, '2026-03-02T09:30:00.000Z')).toBe(true);
  });
});

describe('what cannot be answered', () => {
  it.each([0, -1, Number.NaN])('a limit of %d is refused', (amount) => {
    expect(() => add(at('2026-03-02T09:00'), amount, 'natural-hours')).toThrow(RangeError);
  });

  it('is refused for what is no moment, and for a week without working time', () => {
    expect(() => add('yesterday', 1, 'working-hours')).toThrow(RangeError);
    const limit = { kind: 'working-hours', amount: 1 } as const;
    expect(() => addWorkingTime({ ...chinaCalendar, workingSpans: [] }, at('2026-03-02T09:00'), limit)).toThrow(
      RangeError,
    );
    expect(() => addWorkingTime({ ...chinaCalendar, workingWeekdays: [] }, at('2026-03-02T09:00'), limit)).toThrow(
      RangeError,
    );
  });

  it.each([
    ['spans without length', { workingSpans: [{ from: '09:00', to: '09:00' }] }],
    ['a minute a week', { workingWeekdays: [1], workingSpans: [{ from: '09:00', to: '09:01' }] }],
  ])('is refused, not looked for without end, with %s', (_, over) => {
    const from = at('2026-03-02T09:00');
    const odd = { ...chinaCalendar, ...over };
    expect(() => addWorkingTime(odd, from, { kind: 'working-hours', amount: 1000 })).toThrow(RangeError);
    expect(() => addWorkingTime(odd, from, { kind: 'working-days', amount: 5000 })).toThrow(RangeError);
  });
});
