import type { Ring } from '@panshi/kernel';
import { reject } from '../reject.ts';
import type { ActiveGrid, CommunityGrids } from './grid.ts';

/** The grid of that code. @throws {Rejection} `grid.unknown`, or `grid.ended` where it is no more. */
export const activeGrid = (grids: CommunityGrids, gridCode: string): ActiveGrid => {
  const grid = grids.get(gridCode);
  if (!grid) return reject('grid.unknown', { gridCode });
  return grid.status === 'active' ? grid : reject('grid.ended', { gridCode, status: grid.status });
};

export const activeGrids = (grids: CommunityGrids): readonly ActiveGrid[] =>
  [...grids.values()].filter((grid) => grid.status === 'active');

const LAST_SEQUENCE = 999;

/**
 * The next codes of a community, above all it has ever used. @throws {Rejection} `grid.codes-exhausted`
 */
export const nextCodes = (grids: CommunityGrids, communityCode: string, count: number): readonly string[] => {
  const used = Math.max(0, ...[...grids.keys()].map((code) => Number(code.slice(12))));
  if (used + count > LAST_SEQUENCE) reject('grid.codes-exhausted', { communityCode });
  return Array.from({ length: count }, (_, i) => `${communityCode}${String(used + 1 + i).padStart(3, '0')}`);
};

export const ringsOf = (grids: readonly { readonly ring: Ring }[]): readonly Ring[] => grids.map(({ ring }) => ring);
