import { describe, expect, it } from '@jest/globals';
import { randomFor } from '../chance.ts';
import { DAY, hourOf, monthOf, startOf, weekdayOf } from '../time.ts';
import { arrivals } from './arrivals.ts';

describe('reports to come', () => {
  const span = { from: startOf('2024-11-20'), until: startOf('2026-11-20') };
  const storm = { from: startOf('2026-07-05'), until: startOf('2026-07-10') };
  const drawn = arrivals(8_000, span, [storm], randomFor(1));
  const share = (of: (at: number) => boolean): number => drawn.filter(({ at }) => of(at)).length / drawn.length;

  it('are as many as asked, in order of time, within the span', () => {
    expect(drawn).toHaveLength(8_000);
    const times = drawn.map(({ at }) => at);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(times[0]! >= span.from && times.at(-1)! < span.until).toBe(true);
  });

  it('come by day rather than by night', () => {
    expect(share((at) => hourOf(at) >= 7 && hourOf(at) < 22)).toBeGreaterThan(0.9);
    expect(share((at) => hourOf(at) < 5)).toBeGreaterThan(0);
  });

  it('come on working days rather than at weekends, in summer rather than in winter', () => {
    expect(share((at) => weekdayOf(at) === 1)).toBeGreaterThan(1.3 * share((at) => weekdayOf(at) === 7));
    expect(share((at) => monthOf(at) === 7)).toBeGreaterThan(1.3 * share((at) => monthOf(at) === 2));
  });

  it('are more in a storm, and of water and trees', () => {
    const inStorm = drawn.filter(({ at }) => at >= storm.from && at < storm.until);
    const before = drawn.filter(({ at }) => at >= storm.from - 30 * DAY && at < storm.from - DAY);
    const wet = (some: typeof drawn) =>
      some.filter(({ kind }) => ['20401', '20404', '10103'].includes(kind.code)).length / some.length;
    expect(inStorm.length / 5).toBeGreaterThan((1.5 * before.length) / 29);
    expect(wet(inStorm)).toBeGreaterThan(3 * wet(before));
  });
});
