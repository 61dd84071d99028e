import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DAY, monthOf } from '../time.ts';
import { stormsBetween } from './storms.ts';

describe('the storms of two years', () => {
  it('are a typhoon after a month at least and a flood that is over by the end, whenever history ends', () => {
    const end = fc.date({ min: new Date('2026-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(end, (date) => {
        const until = date.getTime();
        const from = until - 730 * DAY;
        const { typhoon, flood } = stormsBetween({ from, until });
        expect(typhoon.from - from).toBeGreaterThanOrEqual(30 * DAY);
        expect(typhoon.until).toBeLessThan(flood.from);
        expect(until - flood.until).toBeGreaterThan(4 * DAY);
        expect(until - flood.from).toBeLessThan(376 * DAY);
        expect([monthOf(typhoon.from), monthOf(flood.from)]).toEqual([8, 7]);
      }),
    );
  });
});
