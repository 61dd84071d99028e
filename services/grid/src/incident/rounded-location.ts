import type { Point } from '@panshi/kernel';

const micro = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;

/** A place to six decimals (0.1 m), beyond which nothing here looks. */
export const rounded = ({ lon, lat }: Point): Point => ({ lon: micro(lon), lat: micro(lat) });
