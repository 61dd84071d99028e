import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DuplicateEvent, EventTooLarge, WrongExpectedVersion } from '../errors.ts';
import { envelopeBytes } from '../envelope.ts';
import { maxAppendBytes } from '../limits.ts';
import type { EventStore, Expected } from '../port.ts';
import { all, anEvent, any, ascending, collect, events, start } from './sample.ts';

/** What an append does, and what it refuses. */
export const appendContract = (store: () => EventStore): void => {
  describe('append', () => {
    it('counts versions from 0 in each stream, and positions ever upwards in the log', async () => {
      await store().append('a', events(2), any());
      const result = await store().append('b', events(1), any());
      expect(result).toEqual({ version: 0, position: await store().head() });
      const log = await all(store());
      expect(log.map(({ stream, version }) => [stream, version])).toEqual([
        ['a', 0],
        ['a', 1],
        ['b', 0],
      ]);
      expect(ascending([start, ...log.map(({ position }) => position)])).toBe(true);
    });

    it('gives positions of one width, so that they sort as text', async () => {
      const before = await store().append('a', events(2), any());
      const { position } = await store().append('a', events(12), any());
      expect(position).toMatch(/^\d{16}$/);
      expect([await store().head(), before.position].sort()).toEqual([before.position, position]);
    });

    const rules: [Expected, absent: boolean, atOne: boolean][] = [
      ['any', true, true],
      ['none', true, false],
      ['exists', false, true],
      [0, false, false],
      [1, false, true],
      [2, false, false],
    ];
    it.each(rules)(
      'expecting %s takes an absent stream: %s, a stream at version 1: %s',
      async (rule, absent, atOne) => {
        await store().append('present', events(2), any());
        for (const [stream, takes, actual] of [
          ['absent', absent, undefined] as const,
          ['present', atOne, 1] as const,
        ]) {
          const append = store().append(stream, events(1), { expect: rule, commandId: 'c' });
          if (takes) await expect(append).resolves.toMatchObject({ version: (actual ?? -1) + 1 });
          else await expect(append).rejects.toEqual(new WrongExpectedVersion(stream, rule, actual));
        }
      },
    );

    it('lets exactly one of 100 racing creations win, and shows the losers the winner', async () => {
      const outcomes = await Promise.all(
        Array.from({ length: 100 }, async (_, i) => {
          try {
            await store().append('raced', [anEvent()], { expect: 'none', commandId: `c-${i}` });
            return 'won';
          } catch (error) {
            const [winner] = await collect(store().readStream('raced'));
            return winner !== undefined && error instanceof WrongExpectedVersion ? error.actual : error;
          }
        }),
      );
      expect(outcomes.toSorted()).toEqual([...Array<number>(99).fill(0), 'won']);
    });

    it('lets exactly one of 50 racing appends to one version win', async () => {
      await store().append('raced', events(3), any());
      const race = await Promise.allSettled(
        Array.from({ length: 50 }, (_, i) => store().append('raced', events(2), { expect: 2, commandId: `c-${i}` })),
      );
      expect(race.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await collect(store().readStream('raced'))).toHaveLength(5);
    });

    it('writes all of an append or nothing, whatever its neighbours do', async () => {
      const taken = anEvent();
      await store().append('a', [taken], any());
      const race = await Promise.allSettled([
        store().append('b', [anEvent(), anEvent()], any()),
        store().append('b', [anEvent(), taken], any()),
        store().append('b', [anEvent(), anEvent()], any()),
      ]);
      expect(race.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      const positions = (await all(store())).map(({ position }) => position);
      expect(positions).toHaveLength(5);
      expect(ascending(positions)).toBe(true);
    });
  });

  describe('a repeated append', () => {
    const retried = events(3);

    it.each<Expected>(['none', 'any', 'exists', 0])('expecting %s returns the first receipt', async (rule) => {
      if (rule === 'exists' || rule === 0) await store().append('a', events(1), any());
      const options = { expect: rule, commandId: 'c-1' };
      const receipt = await store().append('a', retried, options);
      await store().append('a', events(1), any());
      await expect(store().append('a', retried, options)).resolves.toEqual(receipt);
      expect(await all(store(), { after: receipt.position })).toHaveLength(1);
    });

    it('returns one receipt to all when it is raced', async () => {
      const options = { expect: 'any', commandId: 'c-1' } as const;
      const receipts = await Promise.all(Array.from({ length: 20 }, () => store().append('a', retried, options)));
      expect(new Set(receipts.map(({ position }) => position)).size).toBe(1);
    });

    it.each([
      ['with another command', 'a', 'c-2', retried],
      ['to another stream', 'b', 'c-1', retried],
      ['with another body', 'a', 'c-1', retried.map((event) => ({ ...event, fingerprint: 'f-2' }))],
      ['with an event more', 'a', 'c-1', [...retried, anEvent()]],
    ])('is refused %s', async (_, stream, commandId, again) => {
      await store().append('a', retried, { expect: 'any', commandId: 'c-1' });
      await expect(store().append(stream, again, { expect: 'any', commandId })).rejects.toThrow(DuplicateEvent);
      expect(await all(store())).toHaveLength(3);
    });

    it('is refused where it repeats itself', async () => {
      const event = anEvent();
      await expect(store().append('a', [event, event], any())).rejects.toThrow(DuplicateEvent);
      expect(await all(store())).toEqual([]);
    });
  });

  describe('what is appended', () => {
    it('is read back as it was, with its place, and has the same canonical bytes', async () => {
      const text = fc.string({ unit: 'grapheme', minLength: 1 });
      const data = fc.dictionary(text, fc.jsonValue({ stringUnit: 'grapheme' }));
      let after = start;
      await fc.assert(
        fc.asyncProperty(fc.record({ data, type: text, correlationId: text }), text, async (given, stream) => {
          const event = anEvent(JSON.parse(JSON.stringify(given)));
          const { version, position } = await store().append(stream, [event], { expect: 'any', commandId: 'c-9' });
          const [read] = await all(store(), { after });
          after = position;
          expect(read).toEqual({ ...event, stream, version, position, commandId: 'c-9', recordedAt: read!.recordedAt });
          expect(JSON.parse(Buffer.from(envelopeBytes(read!)).toString())).toMatchObject({ v: 2, version });
        }),
        { numRuns: 50 },
      );
    });

    it('is refused when it is nothing, has no canonical form or no stream', async () => {
      await expect(store().append('a', [], any())).rejects.toThrow(TypeError);
      await expect(store().append('', [anEvent()], any())).rejects.toThrow(TypeError);
      await expect(store().append('a', [anEvent({ data: { x: NaN } })], any())).rejects.toThrow(TypeError);
      await expect(store().append('a', [anEvent({ data: { x: '\ud800' } })], any())).rejects.toThrow(TypeError);
      for (const regions of [[], ['Qixia'], ['320113', '13800000000'], ['']])
        await expect(store().append('a', [anEvent({ regions })], any())).rejects.toThrow(TypeError);
      await expect(store().append('a', [anEvent({ traceparent: 'mine' })], any())).rejects.toThrow(TypeError);
      expect(await all(store())).toEqual([]);
    });

    it('may be a mebibyte long, and no more', async () => {
      const blank = anEvent({ data: { text: '' } });
      const overhead = envelopeBytes({ ...blank, stream: 'a', version: 0, commandId: 'c', recordedAt: '' }).length;
      const text = '石'.repeat((maxAppendBytes - overhead) / 3 - 20);
      await store().append('a', [{ ...blank, data: { text } }], { expect: 'none', commandId: 'c' });
      const more = [anEvent({ data: { text } }), anEvent()];
      await expect(store().append('a', more, any())).rejects.toThrow(EventTooLarge);
      expect(await all(store())).toHaveLength(1);
    });
  });
};
