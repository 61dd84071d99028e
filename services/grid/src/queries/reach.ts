import { type Permission, type Principal, territoriesOf } from '@panshi/contracts';
import { within } from '@panshi/kernel';
import type { BoundingBox, Filter } from '@panshi/read-model';

/**
 * Documents that fit one of the territories where the reader has the permission, as far as they lie in a region: all
 * of it unless told. Where that is nowhere, none.
 */
export const inTerritories = (
  principal: Principal,
  permission: Permission,
  fits: (territory: string) => Filter,
  region = '',
): Filter => {
  const territories = territoriesOf(principal, permission).flatMap((territory) =>
    within(region, territory) ? [region] : within(territory, region) ? [territory] : [],
  );
  if (territories.includes('')) return {};
  return territories.length === 0 ? { _id: { $in: [] } } : { $or: [...new Set(territories)].map(fits) };
};

/** Documents whose code lies where the reader has the permission. */
export const inReach = (field: string, principal: Principal, permission: Permission): Filter =>
  inTerritories(principal, permission, (territory) => beginsWith(field, territory));

/** Documents of which one region shares ground with a territory: lies in it, or holds it. */
export const touching = (field: string, territory: string): Filter => {
  const above = [6, 9, 12].filter((length) => length < territory.length).map((length) => territory.slice(0, length));
  return { $or: [beginsWith(field, territory), ...(above.length > 0 ? [{ [field]: { $in: above } }] : [])] };
};

/** Documents of which one region shares ground with where the reader has the permission. */
export const inTouch = (field: string, principal: Principal, permission: Permission): Filter =>
  inTerritories(principal, permission, (territory) => touching(field, territory));

/** Documents whose code begins so; all of them without a code. */
export const beginsWith = (field: string, code: string | undefined): Filter =>
  code === undefined ? {} : { [field]: { $prefix: code } };

/** A map's window, `west,south,east,north`, against the place below a field. */
export const windowOf = (field: string, bbox: string | undefined): BoundingBox | undefined => {
  if (bbox === undefined) return undefined;
  const [west, south, east, north] = bbox.split(',').map(Number) as [number, number, number, number];
  return { field, west, south, east, north };
};
