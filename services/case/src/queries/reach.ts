import { type Permission, type Principal, territoriesOf } from '@panshi/contracts';
import { regionLevel, within } from '@panshi/kernel';
import type { Filter } from '@panshi/read-model';

/** Limits a list to a region, everywhere unless told, and there to where the principal holds the permission. */
export const inReach = (
  principal: Principal,
  permission: Permission,
  region = '',
  lies: (territory: string) => Filter = inRegion,
): Filter => {
  const shared = territoriesOf(principal, permission).flatMap((territory) =>
    within(region, territory) ? [region] : within(territory, region) ? [territory] : [],
  );
  if (shared.includes('')) return {};
  if (shared.length === 0) return { _id: { $in: [] } };
  return { $or: [...new Set(shared)].map(lies) };
};

/** Whether the place lies where the principal holds the permission. */
export const reaches = (principal: Principal, permission: Permission, place: string): boolean =>
  territoriesOf(principal, permission).some((territory) => within(place, territory));

/** Cases in a region and below; a street has a field of its own, by which cases are also counted. */
const inRegion = (region: string): Filter => {
  switch (regionLevel(region)) {
    case 'street':
      return { streetCode: region };
    case 'district':
      return { streetCode: { $prefix: region } };
    default:
      return { gridCode: { $prefix: region } };
  }
};
