import type { Ring } from '@panshi/kernel';

/** The box around the real district which the synthetic one fills, in degrees. */
export const BOX = { west: 118.76, south: 32.05, east: 119.24, north: 32.26 } as const;

export const BOX_RING: Ring = [
  { lon: BOX.west, lat: BOX.south },
  { lon: BOX.east, lat: BOX.south },
  { lon: BOX.east, lat: BOX.north },
  { lon: BOX.west, lat: BOX.north },
];
