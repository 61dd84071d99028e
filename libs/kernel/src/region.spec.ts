import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isTraceparent } from './event.ts';
import { overlaps, regionOf, within } from './region.ts';

const part = fc.constantFrom('001', '002');
const grid = fc.tuple(part, part, part).map((parts) => `320113${parts.join('')}`);
const region = fc
  .tuple(grid, fc.constantFrom('district', 'street', 'community', 'grid'))
  .map((given) => regionOf(...given));

describe('regions that overlap', () => {
  it('do so either way, and each itself', () => {
    fc.assert(
      fc.property(region, region, (a, b) => {
        expect(overlaps(a, b)).toBe(overlaps(b, a));
        expect(overlaps(a, a)).toBe(true);
      }),
    );
  });

  it('have a place in common, and those that do not have none', () => {
    const places = ['001', '002'].flatMap((street) =>
      ['001', '002'].flatMap((community) => ['001', '002'].map((last) => `320113${street}${community}${last}`)),
    );
    fc.assert(
      fc.property(region, region, (a, b) => {
        expect(overlaps(a, b)).toBe(places.some((place) => within(place, a) && within(place, b)));
      }),
    );
  });
});

describe('a trace context', () => {
  const good = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';

  it('is of one form', () => expect(isTraceparent(good)).toBe(true));

  it.each([
    '',
    good.toUpperCase(),
    `${good}-more`,
    good.replace(/^00/, 'ff'),
    good.replace(/-4[^-]+/, `-${'0'.repeat(32)}`),
    good.replace(/-00f[^-]+/, `-${'0'.repeat(16)}`),
  ])('is not %j', (text) => expect(isTraceparent(text)).toBe(false));
});
