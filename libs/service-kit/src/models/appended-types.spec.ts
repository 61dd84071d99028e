import { describe, expect, it } from '@jest/globals';
import type { NewEvent } from '@panshi/event-store';
import { AppendedTypes } from './appended-types.ts';

const events = (...types: readonly string[]) => types.map((type) => ({ type }) as NewEvent);

describe('what this process has appended', () => {
  it('is known by type, the newest position of each, whatever order the appends ended in', () => {
    const appended = new AppendedTypes();
    appended.note(events('GridDelineated', 'GridSplit'), '0000000000000009');
    appended.note(events('GridSplit'), '0000000000000012');
    appended.note(events('GridSplit'), '0000000000000010');
    expect(appended.last(['GridDelineated'])).toBe('0000000000000009');
    expect(appended.last(['GridDelineated', 'GridSplit'])).toBe('0000000000000012');
    expect(appended.last(['CaseOpened'])).toBeUndefined();
  });
});
