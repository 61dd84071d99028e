import type { Point, RegionCode } from '@panshi/kernel';

/** Roughly where the streets lie to one another, so that the synthetic map looks familiar. Not survey data. */
export const STREET_CENTRES: Readonly<Record<RegionCode, Point>> = {
  '320113001': { lon: 118.885, lat: 32.125 },
  '320113002': { lon: 118.895, lat: 32.068 },
  '320113003': { lon: 118.805, lat: 32.1 },
  '320113004': { lon: 118.815, lat: 32.15 },
  '320113005': { lon: 118.965, lat: 32.165 },
  '320113006': { lon: 119.13, lat: 32.17 },
  '320113007': { lon: 118.94, lat: 32.105 },
  '320113009': { lon: 118.83, lat: 32.215 },
  '320113010': { lon: 119.01, lat: 32.085 },
};
