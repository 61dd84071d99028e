import { describe, expect, it } from '@jest/globals';
import { beginningOf, endOf, positionOrEndOf } from './instant-from-text.ts';

describe('a moment of history', () => {
  it('given as a day takes in all of that day in China', () => {
    expect(beginningOf('2026-03-01')).toBe('2026-02-28T16:00:00.000Z');
    expect(endOf('2026-03-01')).toBe('2026-03-01T15:59:59.999Z');
  });

  it('given as an instant is that instant, whatever its offset', () => {
    for (const read of [beginningOf, endOf, positionOrEndOf])
      expect(read('2026-03-01T08:00:00+08:00')).toBe('2026-03-01T00:00:00.000Z');
  });

  it('may be a position of the log', () => {
    expect(positionOrEndOf('0000000000000042')).toBe('0000000000000042');
  });

  it.each(['yesterday', '2026-13-01', '2026-02-30T25:00:00Z', ''])('is not %s', (text) => {
    for (const read of [beginningOf, endOf, positionOrEndOf]) expect(read(text)).toBeUndefined();
  });
});
