import { describe, expect, it } from '@jest/globals';
import { LogNotEmpty } from '../errors.ts';
import type { EventStore, ImportedEvent } from '../port.ts';
import { all, anEvent, any, ascending, events, start, type standingClock } from './sample.ts';

/** Filling an empty log. */
export const importContract = (store: () => EventStore, clock: () => ReturnType<typeof standingClock>): void => {
  const history = (count: number): ImportedEvent[] =>
    Array.from({ length: count }, (_, i) => ({
      ...anEvent(),
      stream: `s-${i % 3}`,
      commandId: `c-${i}`,
      recordedAt: new Date(Date.UTC(2024, 0, 1) + Math.floor(i / 2) * 60_000).toISOString(),
    }));
  const nothingIsThere = async () => {
    expect(await store().head()).toBe(start);
    expect(await all(store())).toEqual([]);
  };

  describe('import', () => {
    it('keeps recorded times and commands, and gives versions and positions in order', async () => {
      const imported = history(2500);
      async function* source() {
        yield* imported;
      }
      const head = await store().import(source());
      const log = await all(store());
      const positions = log.map(({ position }) => position);
      expect(log).toEqual(
        imported.map((event, i) => ({ ...event, version: Math.floor(i / 3), position: positions[i] })),
      );
      expect(ascending(positions)).toBe(true);
      expect(positions.at(-1)).toBe(head);
    });

    it('is followed by appends that do not go back behind it', async () => {
      const imported = history(4);
      await store().import(imported);
      clock().now = Date.UTC(2020, 0, 1);
      expect(await store().append('s-0', events(1), { expect: 1, commandId: 'c' })).toMatchObject({ version: 2 });
      const log = await all(store());
      expect(log.at(-1)!.recordedAt).toBe(imported.at(-1)!.recordedAt);
      expect(await store().positionAt('2024-01-01T00:00:00.000Z')).toBe(log[1]!.position);
    });

    it('is refused by a log that holds events', async () => {
      await store().append('a', events(1), any());
      await expect(store().import(history(2))).rejects.toThrow(LogNotEmpty);
      expect(await all(store())).toHaveLength(1);
    });

    it('lets one of two at once fill the log', async () => {
      const both = await Promise.allSettled([store().import(history(1200)), store().import(history(1200))]);
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(await all(store())).toHaveLength(1200);
    });

    it('leaves nothing when an event was recorded before the one ahead of it', async () => {
      await expect(store().import(history(1500).with(1400, history(1)[0]!))).rejects.toThrow(RangeError);
      await nothingIsThere();
    });

    it('leaves nothing when an id comes twice or a time is no instant', async () => {
      const imported = history(3);
      await expect(store().import([...imported, imported[2]!])).rejects.toThrow(RangeError);
      await expect(store().import([{ ...imported[0]!, recordedAt: 'yesterday' }])).rejects.toThrow(RangeError);
      await nothingIsThere();
    });

    it('leaves nothing when its source fails, and the log takes appends afterwards', async () => {
      async function* failing() {
        yield* history(1100);
        throw new Error('the source failed');
      }
      await expect(store().import(failing())).rejects.toThrow('the source failed');
      await nothingIsThere();
      await expect(store().append('a', events(1), any())).resolves.toMatchObject({ version: 0 });
    });
  });
};
