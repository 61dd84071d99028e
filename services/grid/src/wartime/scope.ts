import { type RegionCode, within } from '@panshi/kernel';

/** Region codes that together are an area; none holds another. */
export type Scope = readonly RegionCode[];

/** Whether a region lies in an area. */
export const covers = (scope: Scope, region: RegionCode): boolean => scope.some((code) => within(region, code));

/** The area of these codes: each once, sorted, and none that another holds. */
export const areaOf = (codes: Iterable<RegionCode>): Scope => {
  const sorted = [...new Set(codes)].sort();
  return sorted.filter((code) => !sorted.some((other) => other !== code && within(code, other)));
};

/** Whether all of an area lies in another. By codes: all streets of a district are not taken for the district. */
export const liesIn = (inner: Scope, outer: Scope): boolean => inner.every((code) => covers(outer, code));

/** Whether two areas share ground. */
export const overlaps = (a: Scope, b: Scope): boolean =>
  a.some((code) => covers(b, code)) || b.some((code) => covers(a, code));
