import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { EventStore } from '../port.ts';
import { all, any, events, start, type standingClock } from './sample.ts';

/** When things were recorded. */
export const timeContract = (store: () => EventStore, clock: () => ReturnType<typeof standingClock>): void => {
  describe('recordedAt', () => {
    it("is the clock's time, and never goes back when the clock does", async () => {
      for (const time of ['08:00:00.000', '08:00:05.250', '07:00:00.000', '08:00:06.000']) {
        clock().now = Date.parse(`2026-03-01T${time}Z`);
        await store().append('a', events(1), any());
      }
      expect((await all(store())).map(({ recordedAt }) => recordedAt.slice(11, 23))).toEqual([
        '08:00:00.000',
        '08:00:05.250',
        '08:00:05.250',
        '08:00:06.000',
      ]);
    });
  });

  describe('positionAt', () => {
    it('is the last event recorded at or before the moment', async () => {
      const steps = fc.array(fc.integer({ min: -2, max: 3 }), { minLength: 1, maxLength: 30 });
      await fc.assert(
        fc.asyncProperty(steps, async (ticks) => {
          for (const tick of ticks) {
            clock().now += tick;
            await store().append('a', events(1), any());
          }
          const log = await all(store());
          for (let time = clock().now - 40; time < clock().now + 40; time++) {
            const moment = new Date(time).toISOString();
            const last = log.findLast(({ recordedAt }) => recordedAt <= moment);
            expect(await store().positionAt(moment)).toBe(last?.position ?? start);
          }
        }),
        { numRuns: 10 },
      );
    });

    it('refuses what is no instant', async () => {
      await expect(store().positionAt('2026-03-01')).rejects.toThrow(RangeError);
    });
  });
};
