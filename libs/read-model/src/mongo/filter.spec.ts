import { describe, expect, it } from '@jest/globals';
import { sampleView } from '../contract/samples.ts';
import { checkFilter } from '../question/filter.ts';
import type { Filter } from '../view-reader.ts';
import { compileFilter } from './filter.ts';

const compile = (filter: Filter) => compileFilter(checkFilter(sampleView().schema, filter));

describe('a filter in the language of MongoDB', () => {
  it('asks single values as they are, so that an index can serve', () => {
    expect(compile({ stage: 'filed', count: { $gt: 1, $lte: 9 }, urgent: { $ne: true } })).toEqual({
      $and: [{ stage: { $in: ['filed'] } }, { count: { $gt: 1, $lte: 9 } }, { urgent: { $nin: [true] } }],
    });
    expect(compile({ grid: { $prefix: '320113' } })).toEqual({ grid: { $gte: '320113', $lt: '320114' } });
  });

  it('asks an array for one item that meets it all, and for none of them by turning that round', () => {
    expect(compile({ tags: { $prefix: 'a.(b' } })).toEqual({ tags: { $regex: '^a\\.\\(b' } });
    expect(compile({ 'items.code': { $nin: ['x', null] } })).toEqual({
      $nor: [{ 'items.code': { $in: ['x', null] } }],
    });
  });

  it('takes a value for nothing but a value', () => {
    expect(compile({ stage: '$where', note: { $eq: '{"$gt":""}' } })).toEqual({
      $and: [{ stage: { $in: ['$where'] } }, { note: { $in: ['{"$gt":""}'] } }],
    });
  });
});
