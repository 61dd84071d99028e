import { type Permission, type Principal, territoriesOf } from '@panshi/contracts';
import { type RegionCode, within } from '@panshi/kernel';
import type { Filter } from '@panshi/read-model';

/** Limits a list to where the principal holds the permission; a document is in reach when any of its places is. */
export const inReach = (principal: Principal, permission: Permission, places: readonly string[]): Filter => {
  const territories = territoriesOf(principal, permission);
  if (territories.includes('')) return {};
  if (territories.length === 0) return { _id: { $in: [] } };
  return { $or: places.flatMap((place) => territories.map((territory) => ({ [place]: { $prefix: territory } }))) };
};

/** Whether any of the places lies where the principal holds the permission. */
export const reaches = (principal: Principal, permission: Permission, places: readonly RegionCode[]): boolean =>
  territoriesOf(principal, permission).some((territory) => places.some((place) => within(place, territory)));

/** Those in a region and below, where one is asked for; a document is when any of its places is. */
export const inRegion = (regionCode: RegionCode | undefined, places: readonly string[]): Filter =>
  regionCode === undefined ? {} : { $or: places.map((place) => ({ [place]: { $prefix: regionCode } })) };
