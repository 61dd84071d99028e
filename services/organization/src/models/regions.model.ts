import { type BoundingBox, boundingBox, type RegionCode, regionOf } from '@panshi/kernel';
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

/**
 * Whether a region, or the community of a grid, is registered. In a district of which none is registered each is taken as
 * one.
 */
export const isRegionOf =
  (regions: { has(regionCode: RegionCode): boolean }) =>
  (regionCode: RegionCode): boolean =>
    regions.has(regionOf(regionCode, 'community')) || !regions.has(regionOf(regionCode, 'district'));
