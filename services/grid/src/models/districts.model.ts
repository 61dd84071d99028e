import { regionLevel, type RegionCode, type Ring } from '@panshi/kernel';
import { defineModel } from '@panshi/service-kit';

/** Where each district lies, as far as its outline is registered. */
export const districtsModel = defineModel({
  name: 'districts',
  from: ['RegionRegistered', 'RegionRedrawn'],
  create: () => new Map<RegionCode, Ring>(),
  apply(districts, { data: { regionCode, ring } }) {
    if (regionLevel(regionCode) === 'district' && ring.length > 0) districts.set(regionCode, ring);
  },
});
