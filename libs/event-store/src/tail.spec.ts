import { describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import type { PageRequest } from './pages.ts';
import type { RecordedEvent } from './port.ts';
import { toPosition } from './position.ts';
import { Tail, type TailSource } from './tail.ts';

const event = (ordinal: number): RecordedEvent =>
  ({ position: toPosition(ordinal), type: `T${ordinal % 3}`, stream: `s${ordinal % 2}-${ordinal}` }) as RecordedEvent;

/** A log that grows when told, and counts how often it is read. */
const growing = (size: number) => {
  let reads = 0;
  const source: TailSource & { grow(by: number): void; reads(): number } = {
    grow: (by) => void (size += by),
    reads: () => reads,
    lastOrdinal: () => size,
    page: ({ after, upTo, limit, types, streamPrefixes }) => {
      reads++;
      const all = Array.from({ length: Math.max(0, Math.min(upTo, size) - after) }, (_, i) => event(after + i + 1));
      const events = all
        .filter(({ type }) => !types || types.includes(type))
        .filter(({ stream }) => !streamPrefixes || streamPrefixes.some((prefix) => stream.startsWith(prefix)))
        .slice(0, limit);
      const full = events.length === limit;
      return { events, reached: full ? Number(events.at(-1)!.position) : upTo };
    },
  };
  return source;
};

describe('the tail of the log', () => {
  it('answers every question as the log itself would', () => {
    const question = fc.record({
      grow: fc.nat({ max: 3000 }),
      back: fc.nat({ max: 6000 }),
      limit: fc.integer({ min: 1, max: 600 }),
      types: fc.option(fc.subarray(['T0', 'T1', 'T2']), { nil: undefined }),
      streamPrefixes: fc.option(fc.subarray(['s0', 's1']), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.nat({ max: 5000 }), fc.array(question, { maxLength: 12 }), (size, questions) => {
        const source = growing(size);
        const tail = new Tail(source);
        for (const { grow, back, ...filter } of questions) {
          source.grow(grow);
          const upTo = source.lastOrdinal();
          const request: PageRequest = { ...filter, after: Math.max(0, upTo - back), upTo };
          expect(tail.page(request)).toEqual(source.page(request));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('reads what is new once for all who follow', () => {
    const source = growing(10_000);
    const tail = new Tail(source);
    const followed = (): void => {
      const upTo = source.lastOrdinal();
      for (let follower = 0; follower < 20; follower++)
        tail.page({ after: upTo - 50, upTo, limit: 512, types: [`T${follower % 3}`] });
    };
    followed();
    const before = source.reads();
    source.grow(50);
    followed();
    expect(source.reads() - before).toBe(1);
  });

  it('reads nothing of the types that nobody has asked for', () => {
    const source = growing(0);
    const asked = jest.spyOn(source, 'page');
    const tail = new Tail(source);
    for (const types of [['T0'], ['T2']]) tail.page({ after: 0, upTo: 0, limit: 512, types });
    source.grow(9);
    expect(tail.page({ after: 0, upTo: 9, limit: 512, types: ['T2'] }).events).toHaveLength(3);
    expect(asked.mock.calls.map(([{ types }]) => types)).toEqual([['T0', 'T2']]);
  });

  it('goes on after the log has leapt', () => {
    const source = growing(0);
    const tail = new Tail(source);
    source.grow(100_000);
    tail.page({ after: 0, upTo: 100_000, limit: 512 });
    source.grow(1);
    const before = source.reads();
    for (let follower = 0; follower < 5; follower++) tail.page({ after: 100_000, upTo: 100_001, limit: 512 });
    expect(source.reads() - before).toBe(1);
  });
});
