import { describe, expect, it } from '@jest/globals';
import { LeaseLost } from '../errors.ts';
import type { EventStore } from '../port.ts';
import { all, any, events, type standingClock } from './sample.ts';

/** Cursors of reactors, and the leases that fence them. */
export const checkpointContract = (store: () => EventStore, clock: () => ReturnType<typeof standingClock>): void => {
  const place = (ordinal: number) => String(ordinal).padStart(16, '0');

  describe('checkpoints', () => {
    it('are held by one owner until the lease runs out', async () => {
      const { checkpoints } = store();
      expect(await checkpoints.acquire('r', 'one', 1000)).toEqual({ name: 'r', owner: 'one', fence: 1 });
      clock().now += 999;
      expect(await checkpoints.acquire('r', 'two', 1000)).toBeUndefined();
      expect(await checkpoints.acquire('other', 'two', 1000)).toMatchObject({ fence: 1 });
      clock().now += 1;
      expect(await checkpoints.acquire('r', 'two', 1000)).toEqual({ name: 'r', owner: 'two', fence: 2 });
    });

    it('are not held for as long as a clock was ahead that was set back since', async () => {
      const { checkpoints } = store();
      clock().now += 400 * 24 * 3_600_000;
      await checkpoints.acquire('r', 'one', 1000);
      clock().now -= 400 * 24 * 3_600_000;
      expect(await checkpoints.acquire('r', 'two', 1000)).toMatchObject({ fence: 2 });
      clock().now -= 50_000;
      expect(await checkpoints.acquire('r', 'three', 1000)).toBeUndefined();
    });

    it('are renewed by their owner without a new fence', async () => {
      const { checkpoints } = store();
      await checkpoints.acquire('r', 'one', 1000);
      clock().now += 900;
      expect(await checkpoints.acquire('r', 'one', 1000)).toMatchObject({ fence: 1 });
      clock().now += 900;
      expect(await checkpoints.acquire('r', 'two', 1000)).toBeUndefined();
    });

    it('go to one of many who ask at once', async () => {
      const asked = Array.from({ length: 20 }, (_, i) => store().checkpoints.acquire('r', `owner-${i}`, 1000));
      expect((await Promise.all(asked)).filter((lease) => lease !== undefined)).toHaveLength(1);
    });

    it('move forward only, and are absent until saved', async () => {
      const { checkpoints } = store();
      const lease = (await checkpoints.acquire('r', 'one', 1000))!;
      expect(await checkpoints.load('r')).toBeUndefined();
      await checkpoints.save(lease, place(7));
      await checkpoints.save(lease, place(5));
      expect(await checkpoints.load('r')).toBe(place(7));
      await expect(checkpoints.save(lease, 'seven')).rejects.toThrow(RangeError);
    });

    it('cannot be moved by who lost the lease, and stay where the last owner left them', async () => {
      const { checkpoints } = store();
      const old = (await checkpoints.acquire('r', 'one', 1000))!;
      await checkpoints.save(old, place(3));
      clock().now += 1000;
      const lease = (await checkpoints.acquire('r', 'two', 1000))!;
      await expect(checkpoints.save(old, place(9))).rejects.toThrow(LeaseLost);
      expect(await checkpoints.load('r')).toBe(place(3));
      await checkpoints.save(lease, place(4));
      await checkpoints.release(old);
      await checkpoints.save(lease, place(5));
      expect(await checkpoints.load('r')).toBe(place(5));
    });

    it('are free once released, under a new fence even for the same owner', async () => {
      const { checkpoints } = store();
      const lease = (await checkpoints.acquire('r', 'one', 1000))!;
      await checkpoints.release(lease);
      await expect(checkpoints.save(lease, place(1))).rejects.toThrow(LeaseLost);
      expect(await checkpoints.acquire('r', 'one', 1000)).toMatchObject({ fence: 2 });
    });

    it('are no events', async () => {
      const lease = (await store().checkpoints.acquire('r', 'one', 1000))!;
      await store().checkpoints.save(lease, place(0));
      expect(await all(store())).toEqual([]);
      const { position } = await store().append('a', events(1), any());
      expect(await store().head()).toBe(position);
    });
  });
};
