import { beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { EventStore, RecordedEvent } from '../port.ts';
import { eventsBetween } from '../position.ts';
import { all, anEvent, any, ascending, collect, events, start } from './sample.ts';

/** Whether what happened in a region concerns another: one of them lies in the other. */
const concerns = (code: string, region: string): boolean => code.startsWith(region) || region.startsWith(code);

/** Reading streams and the log. */
export const readContract = (store: () => EventStore): void => {
  const versions = async (stream: AsyncIterable<RecordedEvent>) =>
    (await collect(stream)).map(({ version }) => version);

  describe('readStream', () => {
    it('reads a range either way, both ends included', async () => {
      await store().append('other', events(3), any());
      await store().append('a', events(6), any());
      expect(await versions(store().readStream('a'))).toEqual([0, 1, 2, 3, 4, 5]);
      expect(await versions(store().readStream('a', { from: 2, to: 4 }))).toEqual([2, 3, 4]);
      expect(await versions(store().readStream('a', { direction: 'backwards', limit: 2 }))).toEqual([5, 4]);
      expect(await versions(store().readStream('a', { from: 1, to: 3, direction: 'backwards' }))).toEqual([3, 2, 1]);
      expect(await versions(store().readStream('a', { limit: 0 }))).toEqual([]);
      expect(await versions(store().readStream('absent'))).toEqual([]);
    });

    it('reads a stream of many pages', async () => {
      for (let i = 0; i < 6; i++) await store().append('long', events(111), any());
      const expected = Array.from({ length: 666 }, (_, i) => i);
      expect(await versions(store().readStream('long'))).toEqual(expected);
      expect(await versions(store().readStream('long', { direction: 'backwards' }))).toEqual(expected.toReversed());
    });
  });

  describe('positions', () => {
    it('count events where the store says so, and are not counted by where it does not', async () => {
      const before = await store().head();
      const { position } = await store().append('a', events(7), any());
      expect(eventsBetween(store(), before, position)).toBe(store().densePositions ? 7 : undefined);
    });
  });

  describe('readAll', () => {
    const types = ['Opened', 'Closed', 'Moved'];
    const prefixes = ['case-', 'grid-', 'cas', '网格-', "it's_%"];
    const regions = ['320113', '320113001', '320113001002', '320113001002003', '320113002001001', '320114'];
    /** A minute apart; the clock of the suite stands still at the last of them. */
    const instants = Array.from({ length: 9 }, (_, i) => new Date(Date.UTC(2026, 2, 1, 7, 56 + i)).toISOString());
    beforeEach(async () => {
      for (let i = 0; i < 120; i++) {
        const type = types[i % 7 === 0 ? 0 : i % 11 === 0 ? 1 : 2]!;
        const where = i % 10 === 0 ? [regions[i % 3]!, regions[5]!, regions[5]!] : [regions[i % 6]!];
        const when = instants[i % 4 === 0 ? i % 9 : 4]!;
        const given = { type, regions: where, occurredAt: when };
        await store().append(`${prefixes[i % 5]}${i % 13}`, events(1 + (i % 13), given), any());
      }
    });

    it('yields what the filter lets pass between two positions, in order', async () => {
      const log = await all(store());
      const position = fc.constantFrom(start, ...log.map((event) => event.position), '9'.repeat(16));
      const instant = fc.constantFrom(...instants);
      const some = (values: readonly string[]) => fc.option(fc.subarray([...values, 'nothing']), { nil: undefined });
      const options = fc.record(
        {
          after: position,
          upTo: position,
          types: some(types),
          streamPrefixes: some(prefixes),
          regions: fc.subarray([...regions, '3201130010020', '999999']),
          occurred: fc.record({ from: instant, to: instant }, { requiredKeys: [] }),
          limit: fc.nat(900),
        },
        { requiredKeys: [] },
      );
      await fc.assert(
        fc.asyncProperty(options, async (asked) => {
          const passing = log.filter(
            (event) =>
              event.position > (asked.after ?? '') &&
              event.position <= (asked.upTo ?? '9') &&
              (asked.types?.includes(event.type) ?? true) &&
              (asked.streamPrefixes?.some((prefix) => event.stream.startsWith(prefix)) ?? true) &&
              (asked.regions?.some((region) => event.regions.some((code) => concerns(code, region))) ?? true) &&
              event.occurredAt >= (asked.occurred?.from ?? '') &&
              event.occurredAt <= (asked.occurred?.to ?? '9'),
          );
          expect(await all(store(), asked)).toEqual(passing.slice(0, asked.limit));
        }),
        { numRuns: 100 },
      );
    });

    it('finds the few that pass among many, however far they lie apart', async () => {
      const rare = { type: 'Rare', regions: ['320115001'], occurredAt: '2025-12-31T16:00:00.000Z' };
      for (let i = 0; i < 8; i++) {
        if (i % 3 === 1) await store().append('rare-1', [anEvent(rare)], any());
        await store().append('many-1', events(400), any());
      }
      const found = (await all(store())).filter(({ type }) => type === 'Rare');
      expect(found).toHaveLength(3);
      const { regions, occurredAt: moment } = rare;
      for (const filter of [{ types: ['Rare'] }, { regions }, { occurred: { from: moment, to: moment } }])
        expect(await all(store(), filter)).toEqual(found);
      expect(await all(store(), { types: ['Rare'], regions, after: found[0]!.position, limit: 1 })).toEqual([found[1]]);
    });

    it('refuses a position that is none', async () => {
      await expect(all(store(), { after: '12' })).rejects.toThrow(RangeError);
      await expect(all(store(), { upTo: '000000000000000x' })).rejects.toThrow(RangeError);
    });
  });

  it('never shows a reader half an append, or positions out of order, while others write', async () => {
    let writing = true;
    const writers = Array.from({ length: 20 }, async (_, writer) => {
      for (let i = 0; i < 10; i++) {
        const commandId = `${writer}-${i}`;
        await store().append(`s-${writer}`, [anEvent(), anEvent(), anEvent()], { expect: 'any', commandId });
      }
    });
    const done = Promise.all(writers).then(() => (writing = false));
    let looks = 0;
    while (writing) {
      const seen = await all(store());
      looks += 1;
      expect(ascending(seen.map(({ position }) => position))).toBe(true);
      for (let i = 0; i < seen.length; i += 3) {
        expect(seen.slice(i, i + 3).map(({ commandId }) => commandId)).toEqual(Array(3).fill(seen[i]!.commandId));
      }
      await new Promise(setImmediate);
    }
    await done;
    expect(looks).toBeGreaterThan(0);
    expect(await all(store())).toHaveLength(600);
  });
};
