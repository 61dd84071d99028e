import { OperatorError } from '@panshi/kernel';
import { repeatedName } from './repeated-name.ts';
import { type RegionRow, regionRow, type Source } from './region-row.ts';

/**
 * Regions of a GeoJSON file (RFC 7946: WGS-84, longitude first): features with the names of RegisterRegion's fields as
 * properties; further properties are left alone. @throws {OperatorError} where it is no collection of features
 */
export const geoJsonRows = (text: string, source: Source): readonly RegionRow[] => {
  const collection = parsed(text);
  const features: unknown = valueOf(collection, 'features');
  if (!Array.isArray(features)) throw new OperatorError('It is no GeoJSON FeatureCollection.');
  assertWgs84(valueOf(collection, 'crs'));
  return features.map((feature: unknown, i) => {
    const where = `feature ${i + 1}`;
    const properties = Object(valueOf(feature, 'properties')) as Readonly<Record<string, unknown>>;
    return regionRow(where, properties, outlineOf(valueOf(feature, 'geometry'), where), source);
  });
};

/** How programs that still write a `crs` name WGS-84, or CGCS2000, which is taken for the same. */
const wgs84 = /^(?:urn:ogc:def:crs:)?(?:OGC:[\d.]*:?CRS84|EPSG:[\d.]*:?(?:4326|4490))$/i;

/** @throws {OperatorError} where the file says that it is in another system: its corners would lie elsewhere */
const assertWgs84 = (crs: unknown): void => {
  if (crs === undefined || crs === null) return;
  const name = valueOf(valueOf(crs, 'properties'), 'name');
  if (typeof name !== 'string' || !wgs84.test(name))
    throw new OperatorError(`Its coordinate system is “${String(name)}”: convert it to WGS-84 (EPSG:4326) first.`);
};

const parsed = (text: string): unknown => {
  const value = valueIn(text);
  const twice = repeatedName(text);
  if (twice) throw new OperatorError(`“${twice.name}” stands twice in one object: see line ${twice.line}.`);
  return value;
};

const valueIn = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new OperatorError(`It is no JSON: ${(error as Error).message}.`);
  }
};

const valueOf = (from: unknown, name: string): unknown => (Object(from) as Record<string, unknown>)[name];

/** @throws {OperatorError} for what cannot be an outline, which is one ring without holes */
const outlineOf = (geometry: unknown, where: string): unknown => {
  if (geometry === null || geometry === undefined) return undefined;
  const [type, coordinates] = [valueOf(geometry, 'type'), valueOf(geometry, 'coordinates')];
  const polygons = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : undefined;
  if (!Array.isArray(polygons))
    throw new OperatorError(`The geometry of ${where} is neither Polygon nor MultiPolygon.`);
  const rings = polygons.flat(1) as unknown[];
  if (rings.length !== 1)
    throw new OperatorError(`The geometry of ${where} has ${rings.length} rings: an outline is one, without holes.`);
  const ring = rings[0];
  if (!Array.isArray(ring)) throw new OperatorError(`The geometry of ${where} has no ring of positions.`);
  return ring.map(cornerOf);
};

const cornerOf = (position: unknown) => {
  const [lon, lat] = Array.isArray(position) ? (position as unknown[]) : [];
  return { lon, lat };
};
