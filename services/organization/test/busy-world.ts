import { smallDistrict } from './district.ts';
import { part, split } from './grid-changes.ts';
import { enterRegions } from './regions.ts';
import type { World } from './world.ts';

/** The service after something of every kind has happened: each of its views holds documents. */
export const busyWorld = async (): Promise<World> => {
  const world = await enterRegions(await smallDistrict());
  split(world, 9, part(10, 'fan'), part(11));
  return world;
};
