import type { RegionCode } from '@panshi/kernel';
import { defineModel } from '@panshi/service-kit';

/** Codes of the units that a district's catalogues have, or had: what a grant may name. */
export const unitsModel = defineModel({
  name: 'units',
  from: ['CataloguePublished'],
  create: () => new Map<RegionCode, ReadonlySet<string>>(),
  apply(units, { data: { districtCode, units: listed } }) {
    units.set(districtCode, new Set([...(units.get(districtCode) ?? []), ...listed.map(({ code }) => code)]));
  },
});
