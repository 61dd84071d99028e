import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { contains, distanceMetres, ringArea, ringProblem, sameTerritory, within } from '@panshi/kernel';
import type { Ring } from '@panshi/kernel';
import { randomFor } from '../chance.ts';
import { drawMap } from './district-map.ts';
import { BOX, BOX_RING } from './plane.ts';
import { readPlaces } from './places.ts';

const SEED = 320_113;
const places = readPlaces();
const map = drawMap(places, randomFor(SEED));
const rings = (territories: readonly { readonly ring: Ring }[]): readonly Ring[] => territories.map(({ ring }) => ring);

const circumference = (ring: Ring): number =>
  ring.reduce((sum, point, i) => sum + distanceMetres(point, ring[(i + 1) % ring.length]!), 0);

const hash = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');

describe('the map of the demo district', () => {
  it('has 9 streets, 127 communities and exactly 1,063 grids', () => {
    expect([map.streets.length, map.communities.length, map.grids.length]).toEqual([9, 127, 1_063]);
  });

  it('gives every community between 2 and 25 grids, each with a code of its own from 001 up', () => {
    for (const { code } of map.communities) {
      const codes = map.grids.filter(({ communityCode }) => communityCode === code).map((grid) => grid.code);
      expect(codes.length).toBeGreaterThanOrEqual(2);
      expect(codes.length).toBeLessThanOrEqual(25);
      expect(codes).toEqual(codes.map((_, i) => code + String(i + 1).padStart(3, '0')));
    }
  });

  it('names a grid by its street, community and number', () => {
    expect(map.grids[2]).toMatchObject({ code: '320113001001003', name: '尧化街道·尧化社区 第3网格' });
    expect(new Set(map.grids.map(({ name }) => name)).size).toBe(1_063);
  });

  it('has a few dedicated grids, and a comprehensive one in every community', () => {
    const dedicated = map.grids.filter(({ kind }) => kind === 'dedicated');
    expect(dedicated.length).toBeGreaterThan(20);
    expect(dedicated.length).toBeLessThan(120);
    expect(dedicated.every(({ code }) => !code.endsWith('001'))).toBe(true);
  });

  it('is drawn with sound rings only', () => {
    for (const territory of [map.district, ...map.streets, ...map.communities, ...map.grids]) {
      expect([territory.code, ringProblem(territory.ring)]).toEqual([territory.code, undefined]);
    }
  });

  it('tiles the box with its grids, communities and streets, to the micro-degree', () => {
    expect(map.district.ring).toEqual(BOX_RING);
    for (const level of [map.grids, map.communities, map.streets]) {
      expect(sameTerritory(rings(level), [BOX_RING])).toBe(true);
    }
  });

  it('tiles every street with its communities and every community with its grids', () => {
    for (const { code, ring } of map.streets) {
      const parts = map.communities.filter((community) => within(community.code, code));
      expect([code, sameTerritory(rings(parts), [ring])]).toEqual([code, true]);
    }
    for (const { code, ring } of map.communities) {
      const parts = map.grids.filter((grid) => within(grid.code, code));
      expect([code, sameTerritory(rings(parts), [ring])]).toEqual([code, true]);
    }
  });

  it('puts every place of the box into exactly one grid', () => {
    const between = (from: number, to: number) =>
      fc.integer({ min: Math.round(from * 1e6), max: Math.round(to * 1e6) - 1 }).map((micro) => micro / 1e6);
    fc.assert(
      fc.property(between(BOX.west, BOX.east), between(BOX.south, BOX.north), (lon, lat) => {
        expect(map.grids.filter(({ ring }) => contains(ring, { lon, lat }))).toHaveLength(1);
      }),
    );
  });

  it('has no slivers: every grid is round (as a square is, or nearly) and of a size to walk', () => {
    for (const { code, ring } of map.grids) {
      const roundness = (4 * Math.PI * ringArea(ring)) / circumference(ring) ** 2;
      expect([code, roundness > 0.6, ringArea(ring) > 100_000]).toEqual([code, true, true]);
    }
  });

  it('is the same for the same seed, and another for another', () => {
    expect(hash(drawMap(places, randomFor(SEED)))).toBe(hash(map));
    expect(hash(drawMap(places, randomFor(SEED + 1)))).not.toBe(hash(map));
  });
});
