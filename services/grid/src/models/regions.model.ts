import type { RegionCode, Ring } from '@panshi/kernel';
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
