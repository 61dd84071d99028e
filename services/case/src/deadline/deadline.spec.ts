import { describe, expect, it } from '@jest/globals';
import { chinaCalendar, type TimeLimit } from '@panshi/kernel';
import fc from 'fast-check';
import {
  applyModifier,
  type CaseClock,
  extend,
  type Modifier,
  removeModifier,
  resume,
  startClock,
  suspend,
} from './clock.ts';
import { type Deadline, deadlineOf } from './deadline.ts';
import { working } from './stops.ts';

/** A moment of Nanjing's clock; Monday 2 March 2026 is a working day of 08:30–12:00 and 13:30–18:00. */
const at = (local: string): string => new Date(`${local}+08:00`).toISOString();
const due = (clock: CaseClock): Deadline => deadlineOf(clock, chinaCalendar);
const hours = (amount: number): TimeLimit => ({ kind: 'working-hours', amount });
const monday = startClock(at('2026-03-02T09:00'), hours(8));

describe('the deadline in force', () => {
  it('is the end of the limit in working time, warned of at three quarters of it', () =>
    expect(due(monday)).toEqual({ rule: 'ordinary', dueAt: at('2026-03-03T09:00'), warnAt: at('2026-03-02T16:30') }));

  it('counts natural hours where the limit does', () =>
    expect(due(startClock(at('2026-03-07T22:00'), { kind: 'natural-hours', amount: 4 }))).toMatchObject({
      dueAt: at('2026-03-08T02:00'),
      warnAt: at('2026-03-08T01:00'),
    }));

  it('ends with the working day where the limit is in days', () =>
    expect(due(startClock(at('2026-03-06T10:00'), { kind: 'working-days', amount: 1 }))).toMatchObject({
      dueAt: at('2026-03-09T18:00'),
    }));

  it('moves by an extension', () => expect(due(extend(monday, 4))).toMatchObject({ dueAt: at('2026-03-03T14:30') }));

  it('is none while the case is suspended, and then later by the working time lost', () => {
    const suspended = suspend(monday, at('2026-03-02T11:00'));
    expect(due(suspended)).toEqual({ rule: 'suspended' });
    expect(due(resume(suspended, at('2026-03-04T11:00')))).toMatchObject({ dueAt: at('2026-03-05T09:00') });
  });

  it('stands where it had passed before the suspension', () =>
    expect(due(suspend(monday, at('2026-03-03T10:00')))).toMatchObject({ dueAt: at('2026-03-03T09:00') }));

  it('is shortened to natural hours from the activation on', () =>
    expect(due(applyModifier(monday, 'flood', { effect: 'shorten', from: at('2026-03-02T19:00'), hours: 4 }))).toEqual({
      rule: 'shortened',
      activationId: 'flood',
      dueAt: at('2026-03-02T23:00'),
      warnAt: at('2026-03-02T22:00'),
    }));

  it('is never made later by an activation that shortens', () =>
    expect(
      due(applyModifier(monday, 'flood', { effect: 'shorten', from: at('2026-03-02T19:00'), hours: 400 })),
    ).toEqual(due(monday)));

  it('is the earliest of two activations; each takes away only its own', () => {
    const flood = { effect: 'shorten', from: at('2026-03-02T09:30'), hours: 5 } as const;
    const typhoon = { effect: 'shorten', from: at('2026-03-02T09:30'), hours: 3 } as const;
    const both = applyModifier(applyModifier(monday, 'flood', flood), 'typhoon', typhoon);
    expect(due(both)).toMatchObject({ activationId: 'typhoon', dueAt: at('2026-03-02T12:30') });
    expect(due(removeModifier(both, 'typhoon', at('2026-03-02T10:00')))).toMatchObject({ activationId: 'flood' });
    expect(due(removeModifier(both, 'flood', at('2026-03-02T10:00')))).toMatchObject({ activationId: 'typhoon' });
  });

  it('is shortened by one activation though another pauses, and does not count the pause once it is over', () => {
    const paused = applyModifier(monday, 'epidemic', { effect: 'pause', from: at('2026-03-02T11:00') });
    expect(due(paused)).toEqual({ rule: 'paused' });
    const both = applyModifier(paused, 'flood', { effect: 'shorten', from: at('2026-03-02T12:00'), hours: 6 });
    expect(due(both)).toMatchObject({ rule: 'shortened', dueAt: at('2026-03-02T18:00') });
    const after = removeModifier(
      removeModifier(both, 'flood', at('2026-03-02T13:00')),
      'epidemic',
      at('2026-03-03T11:00'),
    );
    expect(due(after)).toMatchObject({ rule: 'ordinary', dueAt: at('2026-03-04T09:00') });
  });

  it('does not count twice a time that was both suspended and paused', () => {
    const suspended = resume(suspend(monday, at('2026-03-02T11:00')), at('2026-03-03T11:00'));
    const paused = applyModifier(suspended, 'epidemic', { effect: 'pause', from: at('2026-03-02T10:00') });
    expect(due(removeModifier(paused, 'epidemic', at('2026-03-03T10:00')))).toMatchObject({
      dueAt: at('2026-03-04T10:00'),
    });
  });
});

const moment = fc
  .integer({ min: 0, max: 90 * 24 * 60 })
  .map((m) => new Date(Date.parse('2026-01-05T00:00:00Z') + m * 60_000).toISOString());
const limit: fc.Arbitrary<TimeLimit> = fc.oneof(
  fc.record({ kind: fc.constant('working-days' as const), amount: fc.integer({ min: 1, max: 15 }) }),
  fc.record({
    kind: fc.constantFrom('working-hours' as const, 'natural-hours' as const),
    amount: fc.integer({ min: 1, max: 200 }),
  }),
);
const modifier: fc.Arbitrary<Modifier> = fc.oneof(
  fc.record({ effect: fc.constant('shorten' as const), from: moment, hours: fc.integer({ min: 1, max: 300 }) }),
  fc.record({ effect: fc.constant('pause' as const), from: moment }),
);
const start = '2026-01-04T16:00:00.000Z';
/** Clocks that were suspended, extended and modified before. */
const clock = fc
  .record({
    limit,
    extended: fc.integer({ min: 0, max: 5 }),
    stops: fc.array(fc.tuple(moment, moment), { maxLength: 3 }),
    modifiers: fc.array(modifier, { maxLength: 2 }),
  })
  .map((parts) =>
    parts.modifiers.reduce<CaseClock>((c, m, i) => applyModifier(c, `before-${i}`, m), {
      ...startClock(start, parts.limit),
      extended: parts.extended,
      suspensions: parts.stops.map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a })),
    }),
  );
const endless = '9999-12-31T00:00:00.000Z';
const dueAt = (c: CaseClock): string => {
  const deadline = due(c);
  return 'dueAt' in deadline ? deadline.dueAt : endless;
};

describe('whatever happened to a clock before', () => {
  it('modifiers of two activations commute', () =>
    fc.assert(
      fc.property(clock, modifier, modifier, (c, a, b) => {
        expect(due(applyModifier(applyModifier(c, 'a', a), 'b', b))).toEqual(
          due(applyModifier(applyModifier(c, 'b', b), 'a', a)),
        );
      }),
    ));

  it('removing at once what was applied restores the deadline', () =>
    fc.assert(
      fc.property(clock, modifier, (c, m) => {
        expect(due(removeModifier(applyModifier(c, 'a', m), 'a', m.from))).toEqual(due(c));
      }),
    ));

  it('removing a shortening at any time leaves no trace', () =>
    fc.assert(
      fc.property(clock, modifier, moment, (c, m, to) => {
        fc.pre(m.effect === 'shorten');
        expect(removeModifier(applyModifier(c, 'a', m), 'a', to)).toEqual(c);
      }),
    ));

  it('removing one of two leaves what the other alone would give', () =>
    fc.assert(
      fc.property(clock, modifier, modifier, moment, (c, a, b, to) => {
        fc.pre(a.effect === 'shorten');
        expect(due(removeModifier(applyModifier(applyModifier(c, 'b', b), 'a', a), 'a', to))).toEqual(
          due(applyModifier(c, 'b', b)),
        );
      }),
    ));

  it('to shorten never makes a deadline later; to pause, suspend or extend never earlier', () =>
    fc.assert(
      fc.property(clock, modifier, moment, (c, m, from) => {
        const modified = dueAt(applyModifier(c, 'a', m));
        expect(m.effect === 'shorten' ? modified <= dueAt(c) : modified >= dueAt(c)).toBe(true);
        expect(dueAt(extend(c, 1)) >= dueAt(c)).toBe(true);
        expect(dueAt(suspend(c, from)) >= dueAt(c)).toBe(true);
      }),
    ));

  it('the warning comes before the deadline, and both after the start', () =>
    fc.assert(
      fc.property(clock, (c) => {
        const deadline = due(c);
        if (!('dueAt' in deadline)) return;
        expect(deadline.warnAt < deadline.dueAt && deadline.warnAt > start).toBe(true);
      }),
    ));

  it('an ordinary deadline leaves exactly the limit outside the stops', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), moment, moment, (amount, x, y) => {
        const [from, to] = [x, y].toSorted() as [string, string];
        const until = dueAt(resume(suspend(startClock(start, hours(amount)), from), to));
        const { between } = working(chinaCalendar);
        const stopped = from < until ? between(from, to) : 0;
        expect(between(start, until) - stopped).toBeCloseTo(amount, 6);
      }),
    ));
});
