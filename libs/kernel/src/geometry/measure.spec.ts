import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { contains } from './contains.ts';
import { boundingBox, centroid, distanceMetres, ringArea } from './measure.ts';
import { convexRing, ring, tiling } from '../../test/tilings.ts';

describe('measures', () => {
  it('a degree of the meridian is 111.2 km, and one of longitude at 60° half of it', () => {
    expect(distanceMetres({ lon: 118, lat: 32 }, { lon: 118, lat: 33 })).toBeCloseTo(111_195.08, 1);
    expect(distanceMetres({ lon: 118, lat: 60 }, { lon: 118.001, lat: 60 })).toBeCloseTo(55.6, 1);
  });

  it('no way is no distance, and a way back is as long as the way there', () => {
    const [here, there] = [
      { lon: 118.78, lat: 32.06 },
      { lon: 119.1, lat: 32.2 },
    ];
    expect(distanceMetres(here, here)).toBe(0);
    expect(distanceMetres(here, there)).toBe(distanceMetres(there, here));
  });

  it('the area of a tenth of a degree squared at 32° is 105 km²', () => {
    const box = ring(
      [118_000_000, 31_950_000],
      [118_100_000, 31_950_000],
      [118_100_000, 32_050_000],
      [118_000_000, 32_050_000],
    );
    expect(ringArea(box) / 1e6).toBeCloseTo(104.85, 1);
  });

  it('the areas of a tiling add up to the whole, nearly, as each is scaled at its own latitude', () => {
    fc.assert(
      fc.property(tiling, ({ whole, parts }) => {
        const sum = parts.reduce((total, part) => total + ringArea(part), 0);
        expect(Math.abs(sum / ringArea(whole) - 1)).toBeLessThan(0.001);
      }),
    );
  });

  it('the centroid of a convex ring of some width lies in it, and in its bounding box', () => {
    fc.assert(
      fc.property(convexRing, (corners) => {
        fc.pre(ringArea(corners) > 10_000_000);
        const centre = centroid(corners);
        const { west, south, east, north } = boundingBox(corners);
        expect(contains(corners, centre)).toBe(true);
        expect(centre.lon > west && centre.lon < east && centre.lat > south && centre.lat < north).toBe(true);
      }),
    );
  });

  it('the centroid weighs areas, not corners', () => {
    const padded = ring([0, 0], [1, 0], [2, 0], [3, 0], [10, 0], [10, 10], [0, 10]);
    expect(centroid(padded)).toEqual({ lon: 0.000005, lat: 0.000005 });
  });

  it('there is no box around nothing and no centre of no area', () => {
    expect(() => boundingBox([])).toThrow(RangeError);
    expect(() => centroid(ring([0, 0], [5, 5], [10, 10]))).toThrow(RangeError);
  });
});
