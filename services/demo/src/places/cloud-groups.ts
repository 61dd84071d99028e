import type { RegionCode } from '@panshi/kernel';
import { type Random, sample } from '../chance.ts';
import { apportion } from './apportion.ts';
import type { Grid } from './grids.ts';
import type { District } from './places.ts';

/** The article's figures for the district. */
export const CLOUD_GROUP_COUNT = 1_248;
export const CLOUD_MEMBER_COUNT = 248_000;

/** A synthetic chat group of a community's residents, for the whole community or for one of its grids. */
export interface CloudGroup {
  /** The community's code and a number: `320113001001-01` is the group of the whole community. */
  readonly id: string;
  readonly communityCode: RegionCode;
  readonly gridCode?: RegionCode;
  readonly name: string;
  readonly memberCount: number;
}

type Place = Pick<CloudGroup, 'communityCode' | 'gridCode' | 'name'>;

/** One group for each community, one for each grid, and a second one for as many grids as the count still allows. */
export const cloudGroups = ({ streets }: District, grids: readonly Grid[], random: Random): readonly CloudGroup[] => {
  const communities = streets.flatMap((street) => street.communities);
  const ofCommunities = communities.map(({ code, name }): Place => ({ communityCode: code, name: `${name}云社区` }));
  const ofGrids = grids.map(({ code, name, communityCode }): Place => {
    return { communityCode, gridCode: code, name: `${name}群` };
  });
  const second = sample(ofGrids, CLOUD_GROUP_COUNT - ofCommunities.length - ofGrids.length, random).map(
    (place): Place => ({ ...place, name: `${place.name}（二）` }),
  );
  const places = [...ofCommunities, ...ofGrids, ...second];
  const members = apportion(
    CLOUD_MEMBER_COUNT,
    places.map(() => 0.5 + random()),
  );
  const counts = new Map<RegionCode, number>();
  return places.map((place, i) => {
    const nth = (counts.get(place.communityCode) ?? 0) + 1;
    counts.set(place.communityCode, nth);
    const id = `${place.communityCode}-${String(nth).padStart(2, '0')}`;
    return { id, ...place, memberCount: members[i]! };
  });
};
