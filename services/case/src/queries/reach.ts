import { type Permission, type Principal, territoriesOf } from '@panshi/contracts';
import { regionLevel, within } from '@panshi/kernel';
import type { Filter } from '@panshi/read-model';

/** Limits a list to where the principal holds the permission, by the region code in `field`. */
export const inReach = (principal: Principal, permission: Permission, field: string): Filter => {
  const territories = territoriesOf(principal, permission);
  if (territories.includes('')) return {};
  if (territories.length === 0) return { _id: { $in: [] } };
  return { $or: territories.map((territory) => ({ [field]: { $prefix: territory } })) };
};

/** Whether the place lies where the principal holds the permission. */
export const reaches = (principal: Principal, permission: Permission, place: string): boolean =>
  territoriesOf(principal, permission).some((territory) => within(place, territory));

/** Cases in a region and below; a street has a field of its own, and an index by deadline. */
export const inRegion = (region: string | undefined): Filter => {
  if (region === undefined) return {};
  return regionLevel(region) === 'street' ? { streetCode: region } : { gridCode: { $prefix: region } };
};
