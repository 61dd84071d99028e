import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { inLanes } from './in-lanes.ts';

const item = fc.record({ lane: fc.option(fc.constantFrom('a', 'b', 'c'), { nil: undefined }), id: fc.nat() });

describe('items in lanes', () => {
  it('are all there; each lane keeps its order, and nothing passes what has no lane', () => {
    fc.assert(
      fc.property(fc.array(item), (items) => {
        const stretches = inLanes(items, ({ lane }) => lane);
        const placed = stretches.flatMap((lanes, stretch) =>
          lanes.flatMap((each, lane) => each.map((one, at) => ({ one, stretch, lane, at }))),
        );
        expect(placed).toHaveLength(items.length);
        const placeOf = new Map(placed.map((place) => [place.one, place]));
        for (const [i, one] of items.entries())
          for (const other of items.slice(i + 1)) {
            const [p, q] = [placeOf.get(one)!, placeOf.get(other)!];
            const ordered = p.stretch < q.stretch || (p.stretch === q.stretch && p.lane === q.lane && p.at < q.at);
            const independent = one.lane !== undefined && other.lane !== undefined && one.lane !== other.lane;
            expect(ordered || (independent && p.stretch === q.stretch)).toBe(true);
          }
      }),
    );
  });
});
