import { type Actor, overlaps, type RegionCode, within } from '@panshi/kernel';
import type { Permission } from '../authority/permissions.ts';
import type { Reach } from './stream.ts';

/** A role held over a territory (a region code prefix), perhaps for a unit or an organisation in it. */
export interface Grant {
  readonly role: string;
  readonly territory: string;
  /** Code of a unit in the catalogue of the territory's district. */
  readonly unit?: string;
  /** Id of a party organisation. */
  readonly orgId?: string;
  readonly permissions: readonly Permission[];
}

/** Who asks, and what they may do where. Reactors act as the system, which may do anything anywhere. */
export interface Principal {
  readonly actor: Actor;
  readonly grants: readonly Grant[];
  readonly system?: true;
}

/** The territories in which the principal holds the permission. */
export const territoriesOf = (principal: Principal, permission: Permission): readonly string[] =>
  principal.system ? [''] : principal.grants.filter((g) => g.permissions.includes(permission)).map((g) => g.territory);

/** Whether the principal may use the permission in the region; without a region: anywhere at all. */
export const may = (principal: Principal, permission: Permission, region?: string): boolean => {
  const territories = territoriesOf(principal, permission);
  return region === undefined ? territories.length > 0 : territories.some((t) => within(region, t));
};

/** A unit that somebody acts for, and the territory in which they do. */
export interface OwnUnit {
  readonly unit: string;
  readonly territory: string;
}

/**
 * The units the principal has the permission for: those the grants name; of a grant that names none its territory, which of
 * a grid leader is the grid.
 */
export const ownUnits = (principal: Principal, permission: Permission): readonly OwnUnit[] =>
  principal.grants
    .filter((grant) => grant.permissions.includes(permission))
    .map(({ unit, territory }) => ({ unit: unit ?? territory, territory }));

/** Whether territories reach an event that concerns these regions. `''` holds every region. */
export const reachEvent = (
  territories: readonly string[],
  regions: readonly RegionCode[],
  reach: Reach = 'overlap',
): boolean => {
  const meets = reach === 'overlap' ? overlaps : within;
  return territories.some((territory) => regions.some((region) => meets(region, territory)));
};
