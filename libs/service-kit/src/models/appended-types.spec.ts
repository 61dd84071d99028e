import { describe, expect, it } from '@jest/globals';
import { AppendedTypes } from './appended-types.ts';

describe('what was appended', () => {
  it('is known by type, the newest position of each, whatever order the appends ended in', () => {
    const appended = new AppendedTypes();
    appended.note(['GridDelineated', 'GridSplit'], '0000000000000009');
    appended.note(['GridSplit'], '0000000000000012');
    appended.note(['GridSplit'], '0000000000000010');
    expect(appended.last(['GridDelineated'])).toBe('0000000000000009');
    expect(appended.last(['GridDelineated', 'GridSplit'])).toBe('0000000000000012');
    expect(appended.last(['CaseOpened'])).toBeUndefined();
  });
});
