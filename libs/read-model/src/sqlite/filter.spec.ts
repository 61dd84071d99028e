import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sampleFilters } from '../contract/sample-documents.ts';
import { sampleView } from '../contract/samples.ts';
import type { Filter } from '../view-reader.ts';
import { checkFilter } from '../question/filter.ts';
import { compileFilter, type Target } from './filter.ts';
import { layoutOf } from './layout.ts';

const compile = (on: Target, filter: Filter) => compileFilter(on, checkFilter(on.schema, filter));
const target: Target = { schema: sampleView().schema, layout: layoutOf(sampleView()) };

describe('a compiled filter', () => {
  it('never holds a value in its text, only placeholders, one a value', () => {
    fc.assert(
      fc.property(sampleFilters, (filter) => {
        const { text, values } = compile(target, filter as Filter);
        expect(text.match(/\?/g)?.length ?? 0).toBe(values.length);
      }),
    );
    const hostile = `x' OR '1'='1`;
    const filter: Filter = { stage: hostile, 'labels.zh': hostile, tags: hostile, grid: { $prefix: hostile } };
    expect(compile(target, filter).text).not.toContain(hostile);
  });

  it('asks indexed fields of their columns, so that an index can serve', () => {
    expect(compile(target, { stage: 'filed' }).text).toBe('c0 = ?');
    expect(compile(target, { grid: { $prefix: '320113' } })).toEqual({
      text: '(c3 >= ? AND c3 < ?)',
      values: ['320113', '320114'],
    });
  });

  it('keeps a range that holds most of the view from being walked and sorted for one page', () => {
    const wide = { ...target, isWide: () => true };
    expect(compile(wide, { grid: { $prefix: '320113' } }).text).toBe('(+c3 >= ? AND +c3 < ?)');
    expect(compile(wide, { stage: 'filed', note: { $gt: 'a' } }).text).not.toContain('+');
  });
});
