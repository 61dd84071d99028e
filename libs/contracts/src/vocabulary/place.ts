import { coordinateSystems } from './coordinate-systems.ts';
import { latitude, longitude } from './number-fields.ts';
import { choice } from './plain-fields.ts';

/** A place in degrees of WGS-84 (or CGCS2000: within centimetres); what lies beyond six decimals (0.1 m) is rounded away. */
export class Place {
  @longitude('经度', 'Longitude')
  lon!: number;

  @latitude('纬度', 'Latitude')
  lat!: number;
}

/** A place as it is sent. */
export class SentPlace extends Place {
  /** WGS-84 unless told. */
  @choice(coordinateSystems, '坐标系', 'Coordinate system', { optional: true })
  system?: keyof typeof coordinateSystems;
}

/** A place as it was sent, in another system than WGS-84. */
export class GivenPlace extends Place {
  @choice(coordinateSystems, '坐标系', 'Coordinate system')
  system!: keyof typeof coordinateSystems;
}

/** A place asked about in a query string. */
export class PlaceAsked {
  @longitude('经度', 'Longitude', { asked: true })
  lon!: number;

  @latitude('纬度', 'Latitude', { asked: true })
  lat!: number;

  /** WGS-84 unless told. */
  @choice(coordinateSystems, '坐标系', 'Coordinate system', { optional: true })
  system?: keyof typeof coordinateSystems;
}
