import { expect, it } from '@jest/globals';
import { fullDisk, isDamage, isFull } from './failures.ts';

it('a full disk is told apart from damage', () => {
  const errors = [{ errcode: 13 }, { errcode: 4874 }, { code: 'ENOSPC' }, { errcode: 11 }, new TypeError('x')];
  expect(errors.map(isFull)).toEqual([true, true, true, false, false]);
  expect(errors.map(isDamage)).toEqual([false, false, false, true, false]);
  expect(fullDisk('/x/events.db')).toContain('/x/events.db');
});
