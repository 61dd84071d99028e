import { describe, expect, it } from '@jest/globals';
import { defaultCatalogue } from '@panshi/case';
import { reportKinds } from './reports.ts';

describe('what people report in the demo', () => {
  it('is of every category of the catalogue, and of no other', () => {
    const codes = reportKinds.map(({ code }) => code);
    expect(codes.toSorted()).toEqual(defaultCatalogue.categories.map(({ code }) => code).toSorted());
  });

  it('is said in more than sixty ways, each of which names a place', () => {
    const texts = reportKinds.flatMap((kind) => kind.texts);
    expect(new Set(texts).size).toBeGreaterThan(60);
    for (const text of texts) expect(text.replace('{where}', '').replace('{since}', '')).toMatch(/^[^{}]{6,}$/);
    for (const text of texts) expect(text).toContain('{where}');
  });
});
