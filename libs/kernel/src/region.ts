/**
 * Region codes: 6 digits district, 9 street, 12 community or village, 15 grid (district + street + community +
 * sequence). A territory is a code prefix, so authority over a place is a prefix test.
 */
export type RegionCode = string;

export type RegionLevel = 'district' | 'street' | 'community' | 'grid';

const levels: Readonly<Record<number, RegionLevel>> = { 6: 'district', 9: 'street', 12: 'community', 15: 'grid' };

/** The level of a code, or undefined where the text is no region code. */
export const regionLevel = (code: string): RegionLevel | undefined =>
  /^\d+$/.test(code) ? levels[code.length] : undefined;

/** Whether `code` lies in `territory` (is it, or below it). */
export const within = (code: RegionCode, territory: RegionCode): boolean => code.startsWith(territory);

/** Whether two regions share ground: one is the other, or holds it. */
export const overlaps = (a: RegionCode, b: RegionCode): boolean => within(a, b) || within(b, a);

/**
 * Whether a region, or the community of a grid, is among those registered. In a district of which none is registered each
 * is taken as one.
 */
export const isRegistered = (code: RegionCode, regions: { has(code: RegionCode): boolean }): boolean =>
  regions.has(regionOf(code, 'community')) || !regions.has(regionOf(code, 'district'));

/** The code of the region of that level which holds `code`. */
export const regionOf = (code: RegionCode, level: RegionLevel): RegionCode =>
  code.slice(0, { district: 6, street: 9, community: 12, grid: 15 }[level]);
