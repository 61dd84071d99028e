import { sample } from '../random.ts';
import type { Random } from '../random.ts';
import { nearest } from './plane.ts';
import type { Spot } from './plane.ts';

const ROUNDS = 20;

/** A part of a set of spots, and its middle. */
export interface Cluster {
  readonly centre: Spot;
  readonly spots: readonly Spot[];
}

/**
 * Parts `spots` into compact clusters of similar extent, `count` of them where there are as many spots (Lloyd's
 * k-means).
 */
export const clusters = (spots: readonly Spot[], count: number, random: Random): readonly Cluster[] => {
  let centres = sample(spots, count, random);
  for (let round = 0; round < ROUNDS; round++) {
    centres = grouped(spots, centres).map((group, i) => (group.length > 0 ? middle(group) : centres[i]!));
  }
  return grouped(spots, centres).map((group, i) => ({ centre: centres[i]!, spots: group }));
};

/** The spots nearest to each centre. */
export const grouped = (spots: readonly Spot[], centres: readonly Spot[]): readonly (readonly Spot[])[] => {
  const groups: Spot[][] = centres.map(() => []);
  for (const spot of spots) groups[nearest(spot, centres)]!.push(spot);
  return groups;
};

const middle = (group: readonly Spot[]): Spot => {
  const [x, y] = group.reduce(([sx, sy], [px, py]) => [sx + px, sy + py] as const, [0, 0] as const);
  return [x / group.length, y / group.length];
};
