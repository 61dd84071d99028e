import { describe, expect, it } from '@jest/globals';
import type { CaseDeadlineRule } from '@panshi/contracts';
import { covers, effectOn } from './deadline-plan.ts';

describe('a plan’s rules', () => {
  const rules: readonly CaseDeadlineRule[] = [
    { categoryPrefix: '', effect: 'pause' },
    { categoryPrefix: '204', effect: 'shorten', hours: 4 },
    { categoryPrefix: '20402', effect: 'shorten', hours: 2 },
    { categoryPrefix: '205', effect: 'leave' },
  ];

  it.each([
    ['10101', { effect: 'pause' }],
    ['20401', { effect: 'shorten', hours: 4 }],
    ['20402', { effect: 'shorten', hours: 2 }],
    ['20501', undefined],
  ])('for %s, the longest prefix decides: %j', (category, effect) => expect(effectOn(category, rules)).toEqual(effect));

  it('leave alone what no prefix fits', () => expect(effectOn('10101', rules.slice(1))).toBeUndefined());

  it('cover what lies in one of the regions', () => {
    expect(covers(['320113001', '320113002001'], '320113002001003')).toBe(true);
    expect(covers(['320113001', '320113002001'], '320113002002003')).toBe(false);
    expect(covers([], '320113002002003')).toBe(false);
  });
});
