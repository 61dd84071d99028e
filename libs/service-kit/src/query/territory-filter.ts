import { type Permission, type Principal, territoriesOf } from '@panshi/contracts';
import { type RegionCode, within } from '@panshi/kernel';
import type { BoundingBox, Filter } from '@panshi/read-model';
import { reject } from '../rejections.ts';

/** The filter of documents that are of a territory. */
export type OfTerritory = (territory: RegionCode) => Filter;

const anyOf = (filters: readonly Filter[]): Filter =>
  filters.length === 1 ? (filters[0] as Filter) : { $or: filters };

/** Documents of which one of these fields holds the code of the territory, or of a region in it. */
export const lyingIn =
  (...fields: readonly string[]): OfTerritory =>
  (territory) =>
    anyOf(fields.map((field) => ({ [field]: { $prefix: territory } })));

/** Documents of which a region in the field shares ground with the territory: lies in it, or holds it. */
export const overlapping =
  (field: string): OfTerritory =>
  (territory) => {
    const above = [6, 9, 12].filter((length) => length < territory.length).map((length) => territory.slice(0, length));
    return anyOf([lyingIn(field)(territory), ...(above.length > 0 ? [{ [field]: { $in: above } }] : [])]);
  };

/**
 * Documents of the territories in which the reader holds the permission; none where that is nowhere. With a region, of
 * what it shares with them: right where a document lies in one place, else that it is of the region is asked beside.
 */
export const whereAllowed = (
  principal: Principal,
  permission: Permission,
  ofTerritory: OfTerritory,
  region = '',
): Filter => {
  const shared = territoriesOf(principal, permission).flatMap((territory) =>
    within(region, territory) ? [region] : within(territory, region) ? [territory] : [],
  );
  if (shared.includes('')) return {};
  return shared.length === 0 ? { _id: { $in: [] } } : anyOf([...new Set(shared)].map(ofTerritory));
};

/** Documents of a region, where one is asked for. */
export const inRegion = (region: RegionCode | undefined, ofTerritory: OfTerritory): Filter =>
  region === undefined ? {} : ofTerritory(region);

/**
 * A map's window, `west,south,east,north`, against the place below a field. @throws {Rejection} `query.bad-window` where it
 * has no inside on Earth
 */
export const windowOf = (field: string, bbox: string | undefined): BoundingBox | undefined => {
  if (bbox === undefined) return undefined;
  const [west, south, east, north] = bbox.split(',').map(Number) as [number, number, number, number];
  const isOnEarth = west >= -180 && east <= 180 && south >= -90 && north <= 90;
  if (!isOnEarth || west > east || south > north) reject('query.bad-window', { bbox });
  return { field, west, south, east, north };
};
