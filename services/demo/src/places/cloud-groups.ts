import type { RegionCode } from '@panshi/kernel';
import { sample } from '../random.ts';
import type { Random } from '../random.ts';
import { apportion } from './apportion.ts';
import type { DistrictMap } from './district-map.ts';
import { sequencer } from './sequencer.ts';

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
export const cloudGroups = ({ communities, grids }: DistrictMap, random: Random): readonly CloudGroup[] => {
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
  const next = sequencer();
  return places.map((place, i) => {
    const id = `${place.communityCode}-${String(next(place.communityCode)).padStart(2, '0')}`;
    return { id, ...place, memberCount: members[i]! };
  });
};
