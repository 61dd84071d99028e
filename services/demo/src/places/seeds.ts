import type { Random } from '../random.ts';
import { apportion } from './apportion.ts';
import { clusters, grouped } from './clusters.ts';
import { HEIGHT, WIDTH, toSpot } from './plane.ts';
import type { Spot } from './plane.ts';
import type { Community, District, Street } from './places.ts';
import { STREET_CENTRES } from './street-centres.ts';

/** Where a grid of a community will grow. */
export interface Seed {
  readonly street: Street;
  readonly community: Community;
  readonly spot: Spot;
}

/** Distance between the dots whose clusters become streets, communities and grids: about 25 dots a grid. */
const SPACING = 0.001_8;

/**
 * `count` seeds, spread over the district's communities: each street takes the dots nearest to its centre, these are
 * clustered into its communities, and those of a community into its grids.
 */
export const sow = (district: District, count: number, random: Random): readonly Seed[] => {
  const centres = district.streets.map(({ code }) => toSpot(STREET_CENTRES[code]!));
  const dotsOfStreets = grouped(dots(random), centres);
  const communities = district.streets.flatMap((street, i) =>
    clusters(dotsOfStreets[i]!, street.communities.length, random).map(({ spots }, j) => ({
      street,
      community: street.communities[j]!,
      spots,
    })),
  );
  const counts = apportion(
    count,
    communities.map(({ community, spots }) => weight(community, spots.length, random)),
  );
  return communities.flatMap(({ street, community, spots }, i) =>
    clusters(spots, counts[i]!, random).map(({ centre }) => ({ street, community, spot: centre })),
  );
};

/** Dots at equal distances, each moved a little. */
const dots = (random: Random): readonly Spot[] => {
  const along = (length: number): readonly number[] =>
    Array.from({ length: Math.floor(length / SPACING) }, (_, i) => i * SPACING);
  return along(WIDTH).flatMap((x) => along(HEIGHT).map((y): Spot => [x + random() * SPACING, y + random() * SPACING]));
};

/**
 * How many grids a community asks for: more where it is large, though much less than in proportion; villages ask for
 * fewer.
 */
const weight = ({ kind }: Community, extent: number, random: Random): number =>
  Math.sqrt(Math.sqrt(extent)) * (0.6 + random()) * (kind === 'village' ? 0.7 : 1);
