import { describe, expect, it } from '@jest/globals';
import { chinaCalendar, isWorkingDay } from '@panshi/kernel';
import fc from 'fast-check';
import { randomFor } from './chance.ts';
import { dayOf, hourOf, inOffice, monthOf, startOf, weekdayOf, workingDayAfter, workingDayBefore } from './time.ts';

const noon = Date.parse('2026-02-13T04:00:00.000Z');

describe('days and hours', () => {
  it('are those of China', () => {
    expect(dayOf(Date.parse('2026-02-13T16:00:00.000Z'))).toBe('2026-02-14');
    expect(hourOf(noon)).toBe(12);
    expect(monthOf(Date.parse('2026-01-31T16:00:00.000Z'))).toBe(2);
    expect(weekdayOf(noon)).toBe(5);
    expect(startOf('2026-02-13')).toBe(Date.parse('2026-02-12T16:00:00.000Z'));
  });
});

describe('working days', () => {
  it('leave out the Spring Festival, and count the Saturday worked for it', () => {
    expect(dayOf(workingDayAfter(noon, 0, 9))).toBe('2026-02-13');
    expect(dayOf(workingDayAfter(noon, 1, 9))).toBe('2026-02-14');
    expect(dayOf(workingDayAfter(noon, 2, 9))).toBe('2026-02-24');
    expect(hourOf(workingDayAfter(noon, 2, 9))).toBe(9);
  });

  it('are counted backwards from the day before', () => {
    const after = Date.parse('2026-02-24T04:00:00.000Z');
    expect(dayOf(workingDayBefore(after, 1, 9))).toBe('2026-02-14');
    expect(dayOf(workingDayBefore(after, 2, 9))).toBe('2026-02-13');
  });
});

describe('office hours', () => {
  it('begin next time somebody is in: never before, never outside, at once where somebody is', () => {
    const times = fc.integer({ min: Date.parse('2024-11-01'), max: Date.parse('2027-12-01') });
    fc.assert(
      fc.property(times, (time) => {
        const then = inOffice(time, randomFor(time));
        expect(then).toBeGreaterThanOrEqual(time);
        expect(isWorkingDay(chinaCalendar, dayOf(then))).toBe(true);
        expect(hourOf(then)).toBeGreaterThanOrEqual(8.5);
        expect(hourOf(then)).toBeLessThan(17.75);
        expect(inOffice(then, randomFor(1))).toBe(then);
      }),
    );
  });
});
