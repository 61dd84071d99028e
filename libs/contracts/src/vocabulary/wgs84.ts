import gcoord from 'gcoord';
import type { Place, SentPlace } from './place.ts';

// Its types are those of an ES module: of CommonJS, as it is, the default is the whole.
const { BD09, GCJ02, transform, WGS84 } = gcoord as unknown as typeof gcoord.default;
const systems = { gcj02: GCJ02, bd09: BD09 };

/** A place in WGS-84, wherever its coordinates are from. Outside China all systems are the same. */
export const wgs84 = ({ lon, lat, system = 'wgs84' }: SentPlace): Place => {
  if (system === 'wgs84') return { lon, lat };
  const [east, north] = transform([lon, lat], systems[system], WGS84);
  return { lon: east, lat: north };
};
