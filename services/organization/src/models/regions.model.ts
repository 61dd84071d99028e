import { type BoundingBox, boundingBox, type RegionCode } from '@panshi/kernel';
import { defineModel } from '@panshi/service-kit';

/** Every registered region with where it lies, as far as its outline is known. */
export const regionsModel = defineModel({
  name: 'regions',
  from: ['RegionRegistered', 'RegionRedrawn'],
  create: () => new Map<RegionCode, BoundingBox | undefined>(),
  apply(regions, { data: { regionCode, ring } }) {
    regions.set(regionCode, ring.length > 0 ? boundingBox(ring) : undefined);
  },
});
