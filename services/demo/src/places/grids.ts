import type { RegionCode, Ring } from '@panshi/kernel';
import type { Random } from '../random.ts';
import { cells, relaxed } from './cells.ts';
import type { Spot } from './plane.ts';
import type { Seed } from './seeds.ts';
import { sequencer } from './sequencer.ts';

/** A synthetic grid, 15 digits; 综合 (comprehensive) or 专属 (dedicated: a park, a campus, a business district). */
export interface Grid {
  readonly code: RegionCode;
  readonly name: string;
  readonly communityCode: RegionCode;
  readonly kind: 'comprehensive' | 'dedicated';
  readonly ring: Ring;
}

/** Roughly this share of grids is dedicated; the first one of a community never is. */
const DEDICATED_SHARE = 0.06;

/** Enough for round cells at the borders of communities too, and so few that seeds stay in theirs. */
const RELAXATIONS = 3;

/** A grid around each seed; together they tile the box. */
export const drawGrids = (seeds: readonly Seed[], random: Random): readonly Grid[] => {
  let spots: readonly Spot[] = seeds.map(({ spot }) => spot);
  for (let round = 0; round < RELAXATIONS; round++) spots = relaxed(spots);
  const rings = cells(spots);
  const next = sequencer();
  return inReadingOrder(seeds, spots).map((i) => {
    const { street, community } = seeds[i]!;
    const sequence = next(community.code);
    return {
      code: community.code + String(sequence).padStart(3, '0'),
      name: `${street.name}·${community.name} 第${sequence}网格`,
      communityCode: community.code,
      kind: sequence > 1 && random() < DEDICATED_SHARE ? 'dedicated' : 'comprehensive',
      ring: rings[i]!,
    };
  });
};

/** Numbered as one reads: by community, then from north to south. */
const inReadingOrder = (seeds: readonly Seed[], spots: readonly Spot[]): readonly number[] =>
  [...spots.keys()].sort(
    (a, b) => Number(seeds[a]!.community.code) - Number(seeds[b]!.community.code) || spots[b]![1] - spots[a]![1],
  );
