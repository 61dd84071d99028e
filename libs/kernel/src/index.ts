export * from './decider.ts';
export * from './event.ts';
export * from './region.ts';
export * from './rejection.ts';
export { contains } from './geometry/contains.ts';
export * from './geometry/measure.ts';
export type { Point } from './geometry/point.ts';
export * from './geometry/ring.ts';
export { sameTerritory, unionOutline } from './geometry/territory.ts';
