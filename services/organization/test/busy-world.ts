import { smallDistrict } from './district.ts';
import { enterRegions } from './regions.ts';

/** The service after something of every kind has happened: each of its views holds documents. */
export const busyWorld = async () => enterRegions(await smallDistrict());
