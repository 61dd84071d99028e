import { describe, expect, it } from '@jest/globals';
import { distanceMetres, type Point } from '@panshi/kernel';
import fc from 'fast-check';
import gcoord from 'gcoord';
import { wgs84 } from './wgs84.ts';

const { BD09, GCJ02, transform, WGS84 } = gcoord as unknown as typeof gcoord.default;

/** Published with the converters that others use: one place in Beijing, and what it is in each system. */
const tiananmen = { lon: 116.404, lat: 39.915 };
const onAmap = { lon: 116.41024449916938, lat: 39.91640428150164 };
const museum = { lon: 116.403988, lat: 39.914266 };
const onBaidu = { lon: 116.41661560068297, lat: 39.92196580126834 };

describe('coordinates become those of WGS-84', () => {
  it.each([
    ['WGS-84', { ...tiananmen }, tiananmen, 0],
    ['GCJ-02', { ...onAmap, system: 'gcj02' as const }, tiananmen, 600],
    ['BD-09', { ...onBaidu, system: 'bd09' as const }, museum, 1200],
  ])('from %s', (_, sent, place, apart) => {
    expect(distanceMetres(wgs84(sent), place)).toBeLessThan(0.2);
    expect(Math.abs(distanceMetres(sent, place) - apart)).toBeLessThan(250);
  });

  it('anywhere in the district, to a tenth of a metre', () => {
    const there = fc.record({
      lon: fc.double({ min: 118.7, max: 119.3, noNaN: true }),
      lat: fc.double({ min: 32, max: 32.3, noNaN: true }),
    });
    fc.assert(
      fc.property(there, fc.constantFrom('gcj02' as const, 'bd09' as const), (place: Point, system) => {
        const [lon, lat] = transform([place.lon, place.lat], WGS84, system === 'gcj02' ? GCJ02 : BD09);
        const shifted = { lon, lat };
        expect(distanceMetres(shifted, place)).toBeGreaterThan(100);
        expect(distanceMetres(wgs84({ ...shifted, system }), place)).toBeLessThan(0.2);
      }),
    );
  });
});
