import { regionOf, type RegionCode, type Ring } from '@panshi/kernel';
import { defineModel } from '@panshi/service-kit';

/** Every registered region with its outline, which has no corner where none is known. */
export const regionsModel = defineModel({
  name: 'grid-regions',
  from: ['RegionRegistered', 'RegionRedrawn'],
  create: () => new Map<RegionCode, Ring>(),
  apply(regions, { data: { regionCode, ring } }) {
    regions.set(regionCode, ring);
  },
});

/** What the registered regions say of a community. A district of which none is registered is taken as it comes. */
export const placeOf = (regions: ReadonlyMap<RegionCode, Ring>, communityCode: RegionCode) => {
  const outline = regions.get(regionOf(communityCode, 'district'));
  return { outline, isCommunity: outline === undefined || regions.has(communityCode) };
};
