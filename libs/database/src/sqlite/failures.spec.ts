import { expect, it } from '@jest/globals';
import { fullDisk, isDamage, isFileLost, isFull } from './failures.ts';

it('a full disk is told apart from damage', () => {
  const errors = [{ errcode: 13 }, { errcode: 4874 }, { code: 'ENOSPC' }, { errcode: 11 }, new TypeError('x')];
  expect(errors.map(isFull)).toEqual([true, true, true, false, false]);
  expect(errors.map(isDamage)).toEqual([false, false, false, true, false]);
  expect(fullDisk('/x/events.db')).toContain('/x/events.db');
});

it('a file that is not as it was left is told apart from what others do to it, and from a wrong query', () => {
  const lost = [
    { errcode: 14 },
    { errcode: 1032 },
    { errcode: 26 },
    { errcode: 1, message: 'no such table: base.marks' },
  ];
  expect(lost.map(isFileLost)).toEqual([true, true, true, true]);
  const others = [
    { errcode: 5 },
    { errcode: 1555 },
    { errcode: 1, message: 'near "x": syntax error' },
    new TypeError('x'),
  ];
  expect(others.map(isFileLost)).toEqual([false, false, false, false]);
});
