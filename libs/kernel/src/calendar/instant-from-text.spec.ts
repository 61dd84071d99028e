import { describe, expect, it } from '@jest/globals';
import { beginningOf, endOf, instantOf, positionOrEndOf } from './instant-from-text.ts';

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

  it.each([
    'yesterday',
    '2026-13-01',
    '2026-02-30T25:00:00Z',
    '',
    '2026-02-30',
    '2026-02-30T00:00:00Z',
    '2026-03-01T24:00:00Z',
    '2016-12-31T23:59:60Z',
    '2026-03-01T08:00:00',
    '2026-03-01T08:00Z',
    '2026-03-01T08',
    '2026-03-01T08:00:00+08',
    '2026-03-01T08:00:00+0800',
    '2026-03-01T08:00:00+99:00',
    '2026-03-01T08:00:00,5Z',
    '2026-03-01 08:00:00Z',
    '20260301',
    '20260301T100000Z',
    '2026-W10',
    '2026-W10-1T10:00:00Z',
    '2026-060',
    '2026-060T10:00:00Z',
    '2026',
    '-2026-03-01T00:00:00Z',
    '+002026-03-01T00:00:00Z',
    '0000-01-01T00:00:00+08:00',
    '9999-12-31T23:59:59-08:00',
    '00000000000001e9',
    '----------------',
    '0000000000000x10',
    '0000000000000001\n',
  ])('is not %s', (text) => {
    for (const read of [beginningOf, endOf, positionOrEndOf, instantOf]) expect(read(text)).toBeUndefined();
  });

  it('keeps milliseconds of what is said more exactly', () => {
    expect(instantOf('2026-03-01T08:00:00.123456789Z')).toBe('2026-03-01T08:00:00.123Z');
  });

  it('is a day of China only where a day may stand', () => {
    expect(instantOf('2026-03-01')).toBeUndefined();
  });
});
