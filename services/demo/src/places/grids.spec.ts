import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { contains, distanceMetres, ringArea, ringProblem, sameTerritory, unionOutline, within } from '@panshi/kernel';
import type { Ring } from '@panshi/kernel';
import { BOX, BOX_RING } from '../../test/box.ts';
import { readGrids } from './grids.ts';
import { readPlaces } from './places.ts';

const district = readPlaces();
const grids = readGrids(district);

/** The outline of a street or a community, which is in one piece. */
const territory = ({ code }: { readonly code: string }) => ({
  code,
  ring: unionOutline(grids.filter((grid) => within(grid.code, code)).map(({ ring }) => ring))!,
});
const streets = district.streets.map(territory);
const communities = district.streets.flatMap((street) => street.communities.map(territory));
const rings = (territories: readonly { readonly ring: Ring }[]): readonly Ring[] => territories.map(({ ring }) => ring);

const circumference = (ring: Ring): number =>
  ring.reduce((sum, point, i) => sum + distanceMetres(point, ring[(i + 1) % ring.length]!), 0);

describe('the map of the demo district', () => {
  it('has 9 streets, 127 communities and exactly 1,063 grids', () => {
    expect([streets.length, communities.length, grids.length]).toEqual([9, 127, 1_063]);
  });

  it('gives every community between 2 and 25 grids, each with a code of its own from 001 up', () => {
    for (const { code } of communities) {
      const codes = grids.filter(({ communityCode }) => communityCode === code).map((grid) => grid.code);
      expect(codes.length).toBeGreaterThanOrEqual(2);
      expect(codes.length).toBeLessThanOrEqual(25);
      expect(codes).toEqual(codes.map((_, i) => code + String(i + 1).padStart(3, '0')));
    }
  });

  it('names a grid by its street, community and number', () => {
    expect(grids[2]).toMatchObject({ code: '320113001001003', name: '尧化街道·尧化社区 第3网格' });
    expect(new Set(grids.map(({ name }) => name)).size).toBe(1_063);
  });

  it('has a few dedicated grids, and a comprehensive one in every community', () => {
    const dedicated = grids.filter(({ kind }) => kind === 'dedicated');
    expect(dedicated.length).toBeGreaterThan(20);
    expect(dedicated.length).toBeLessThan(120);
    expect(dedicated.every(({ code }) => !code.endsWith('001'))).toBe(true);
  });

  it('is drawn with sound rings only', () => {
    for (const territory of [...streets, ...communities, ...grids]) {
      expect([territory.code, ringProblem(territory.ring)]).toEqual([territory.code, undefined]);
    }
  });

  it('tiles the box with its grids, communities and streets, to the micro-degree', () => {
    for (const level of [grids, communities, streets]) {
      expect(sameTerritory(rings(level), [BOX_RING])).toBe(true);
    }
  });

  it('tiles every street with its communities and every community with its grids', () => {
    for (const { code, ring } of streets) {
      const parts = communities.filter((community) => within(community.code, code));
      expect([code, sameTerritory(rings(parts), [ring])]).toEqual([code, true]);
    }
    for (const { code, ring } of communities) {
      const parts = grids.filter((grid) => within(grid.code, code));
      expect([code, sameTerritory(rings(parts), [ring])]).toEqual([code, true]);
    }
  });

  it('puts every place of the box into exactly one grid', () => {
    const between = (from: number, to: number) =>
      fc.integer({ min: Math.round(from * 1e6), max: Math.round(to * 1e6) - 1 }).map((micro) => micro / 1e6);
    fc.assert(
      fc.property(between(BOX.west, BOX.east), between(BOX.south, BOX.north), (lon, lat) => {
        expect(grids.filter(({ ring }) => contains(ring, { lon, lat }))).toHaveLength(1);
      }),
    );
  });

  it('has no slivers: every grid is round (as a square is, or nearly) and of a size to walk', () => {
    for (const { code, ring } of grids) {
      const roundness = (4 * Math.PI * ringArea(ring)) / circumference(ring) ** 2;
      expect([code, roundness > 0.6, ringArea(ring) > 100_000]).toEqual([code, true, true]);
    }
  });
});
