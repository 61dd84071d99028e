import { describe, expect, it } from '@jest/globals';
import { matching } from './matching.ts';
import type { Filter } from './view-reader.ts';

const document = {
  code: '320113001',
  level: 3,
  open: true,
  tags: ['a', 'b'],
  none: [],
  rare: '\u{20000}',
  posts: [{ of: 'x' }, { of: 'y' }],
};

describe('a filter', () => {
  it.each<[Filter, boolean]>([
    [{}, true],
    [{ code: undefined }, true],
    [{ code: '320113001', level: 3 }, true],
    [{ code: '320113001', level: 4 }, false],
    [{ code: { $prefix: '320113' } }, true],
    [{ code: { $prefix: '320114' } }, false],
    [{ level: { $gt: 2, $lte: 3 } }, true],
    [{ level: { $gte: 4 } }, false],
    [{ level: { $lt: '9' } }, false],
    [{ level: { $gte: undefined, $lt: 4 } }, true],
    [{ open: { $ne: true } }, false],
    [{ tags: 'b' }, true],
    [{ tags: { $nin: ['b', 'c'] } }, false],
    [{ 'posts.of': { $in: ['y', 'z'] } }, true],
    [{ gone: { $exists: false } }, true],
    [{ gone: null }, true],
    [{ gone: { $gte: '' } }, false],
    [{ none: { $exists: true } }, true],
    [{ none: null }, false],
    [{ 'posts.of': { $exists: true } }, true],
    [{ 'posts.gone': { $exists: true } }, false],
    [{ rare: { $gt: '\uffee' } }, true],
    [{ code: { $exists: false } }, false],
    [{ $or: [{ level: 1 }, { open: true }] }, true],
    [{ $and: [{ level: 1 }, { open: true }] }, false],
  ])('%j: %j', (filter, passes) => expect(matching(filter)(document)).toBe(passes));

  it('that asks by what no filter asks is refused', () =>
    expect(() => matching({ code: { $regex: '.' } as never })).toThrow('$regex'));
});
