import { latitude, longitude } from './number-fields.ts';

/** A place in degrees; what lies beyond six decimals (0.1 m) is rounded away. */
export class Place {
  @longitude('经度', 'Longitude')
  lon!: number;

  @latitude('纬度', 'Latitude')
  lat!: number;
}

/** A place asked about in a query string. */
export class PlaceAsked {
  @longitude('经度', 'Longitude', { asked: true })
  lon!: number;

  @latitude('纬度', 'Latitude', { asked: true })
  lat!: number;
}
