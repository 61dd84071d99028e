import { describe, expect, it } from '@jest/globals';
import { noCounts } from '../views/case-rates.document.ts';
import { rate } from './rate.ts';
import { rowOf } from './rates-row.ts';

describe('a rate', () => {
  it.each([
    [911, 972, 93.72],
    [9, 16, 56.25],
    [0, 7, 0],
    [7, 7, 100],
    [1, 3, 33.33],
    [2, 3, 66.67],
  ])('of %i in %i is %d %%', (part, whole, percent) => expect(rate(part, whole)).toEqual({ part, whole, percent }));

  it('of nothing is none: n/a, never 100 %', () => expect(rate(0, 0).percent).toBeNull());
});

describe('a row of rates', () => {
  it('divides what was closed by what was due, less what was deferred', () =>
    expect(rowOf('all', [{ ...noCounts, due: 980, deferred: 8, closed: 911, onTime: 900 }])).toMatchObject({
      due: 980,
      deferred: 8,
      closing: { part: 911, whole: 972, percent: 93.72 },
      onTime: { part: 900, whole: 972, percent: 92.59 },
    }));

  it('adds counts before it divides, never rates', () =>
    expect(
      rowOf('all', [
        { ...noCounts, due: 6, closed: 6, onTime: 6 },
        { ...noCounts, due: 10, closed: 3, onTime: 1 },
      ]),
    ).toMatchObject({ closing: { percent: 56.25 }, onTime: { percent: 43.75 } }));

  it('where all that was due was deferred is n/a', () =>
    expect(rowOf('all', [{ ...noCounts, due: 3, deferred: 3 }]).closing.percent).toBeNull());

  it('rates checks, extensions, responses and evaluations each by its own whole', () =>
    expect(
      rowOf('all', [
        { ...noCounts, checks: 8, reworks: 2, accepted: 10, responded: 9, extended: 1, evaluated: 4, satisfied: 3 },
      ]),
    ).toMatchObject({
      rework: { percent: 25 },
      extension: { percent: 10 },
      response: { percent: 90 },
      satisfaction: { percent: 75 },
    }));
});
