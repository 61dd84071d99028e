import { beforeAll, describe, expect, it } from '@jest/globals';
import { sameTerritory } from '@panshi/kernel';
import { type Grid, readGrids } from '../places/grids.ts';
import { readPlaces } from '../places/places.ts';
import { randomFor } from '../chance.ts';
import { type BorderChange, type Borders, earlierBorders } from './borders.ts';

describe('the borders before they changed', () => {
  let grids: readonly Grid[];
  let borders: Borders;
  const counts = { splits: 5, mergers: 3, redrawings: 4 };
  beforeAll(() => {
    grids = readGrids(readPlaces());
    borders = earlierBorders(grids, counts, randomFor(1));
  });

  it('changed as often as asked', () => {
    const of = (kind: BorderChange['kind']) => borders.changes.filter((change) => change.kind === kind).length;
    expect([of('split'), of('merger'), of('redrawing')]).toEqual([5, 3, 4]);
  });

  it('end in as many grids as the map has', () =>
    expect(borders.first.length + counts.splits - counts.mergers).toBe(grids.length));

  it('covered the same ground in each community', () => {
    const rings = (some: readonly Pick<Grid, 'communityCode' | 'ring'>[], code: string) =>
      some.filter(({ communityCode }) => communityCode === code).map(({ ring }) => ring);
    for (const { communityCode } of borders.changes)
      expect(sameTerritory(rings(borders.first, communityCode), rings(grids, communityCode))).toBe(true);
  });

  it('touch no grid twice', () => {
    const names = borders.changes.flatMap((change) =>
      change.kind === 'split'
        ? change.parts.map(({ name }) => name)
        : change.kind === 'merger'
          ? [change.name]
          : change.grids.map(({ name }) => name),
    );
    expect(new Set(names).size).toBe(names.length);
  });
});
