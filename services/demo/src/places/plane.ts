import type { Point, Ring } from '@panshi/kernel';

/** The box around the real district which the synthetic one fills, in degrees. */
export const BOX = { west: 118.76, south: 32.05, east: 119.24, north: 32.26 } as const;

export const BOX_RING: Ring = [
  { lon: BOX.west, lat: BOX.south },
  { lon: BOX.east, lat: BOX.south },
  { lon: BOX.east, lat: BOX.north },
  { lon: BOX.west, lat: BOX.north },
];

/** A degree of longitude in degrees of latitude here, so that what is near on the plane is near on the ground. */
const STRETCH = 0.847;

/** East and north of the box's corner, in degrees of latitude. */
export type Spot = readonly [x: number, y: number];

export const WIDTH = (BOX.east - BOX.west) * STRETCH;
export const HEIGHT = BOX.north - BOX.south;

export const toSpot = ({ lon, lat }: Point): Spot => [(lon - BOX.west) * STRETCH, lat - BOX.south];

export const toPoint = ([x, y]: Spot): Point => ({ lon: BOX.west + x / STRETCH, lat: BOX.south + y });

/** The index of the centre that is nearest; a plain loop, since the map asks millions of times. */
export const nearest = ([x, y]: Spot, centres: readonly Spot[]): number => {
  let [best, least] = [0, Infinity];
  for (let i = 0; i < centres.length; i++) {
    const centre = centres[i]!;
    const distance = (centre[0] - x) ** 2 + (centre[1] - y) ** 2;
    if (distance < least) [best, least] = [i, distance];
  }
  return best;
};
