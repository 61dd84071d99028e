import { smallDistrict } from './district.ts';

/** The service after something of every kind has happened: each of its views holds documents. */
export const busyWorld = smallDistrict;
