import { describe, expect, it } from '@jest/globals';
import { geoJsonRows } from './geojson-rows.ts';

const ring = [
  [118.9, 32.1],
  [119, 32.1, 12.5],
  [119, 32.2],
  [118.9, 32.1],
];
const of = (geometry: unknown, properties: object = { regionCode: 320113, name: '栖霞区' }) =>
  geoJsonRows(JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', properties, geometry }] }), {});

describe('regions of a GeoJSON file', () => {
  it('have the properties of their feature, and its polygon for an outline', () => {
    const [row] = of({ type: 'Polygon', coordinates: [ring] }, { regionCode: 320113, name: '栖霞区', centre: [1, 2] });
    expect(row).toEqual({
      where: 'feature 1',
      fields: {
        regionCode: '320113',
        name: '栖霞区',
        level: 'district',
        ring: ring.map(([lon, lat]) => ({ lon, lat })),
      },
    });
    expect(of({ type: 'MultiPolygon', coordinates: [[ring]] })).toEqual(of({ type: 'Polygon', coordinates: [ring] }));
  });

  it('may have no geometry', () => expect('ring' in of(null)[0]!.fields).toBe(false));

  it.each([
    [{ type: 'Polygon', coordinates: [ring, ring] }, /has 2 rings/],
    [{ type: 'MultiPolygon', coordinates: [[ring], [ring]] }, /has 2 rings/],
    [{ type: 'Point', coordinates: ring[0] }, /neither Polygon nor MultiPolygon/],
    [{ type: 'Polygon' }, /has no ring/],
  ])('are refused with what is no outline: %j', (geometry, why) => expect(() => of(geometry)).toThrow(why));

  it.each([undefined, null, 'EPSG:4326', 'urn:ogc:def:crs:OGC:1.3:CRS84', 'urn:ogc:def:crs:EPSG::4490'])(
    'are taken under the coordinate system %s, as some programs still write it',
    (name) => {
      const crs = name && { type: 'name', properties: { name } };
      expect(geoJsonRows(JSON.stringify({ crs, features: [] }), {})).toEqual([]);
    },
  );

  it.each([{ type: 'name', properties: { name: 'GCJ-02' } }, { properties: { name: 'EPSG:3857' } }, 'EPSG:4326', {}])(
    'are refused under another, or one not named: %j',
    (crs) =>
      expect(() => geoJsonRows(JSON.stringify({ crs, features: [] }), {})).toThrow(/^Its coordinate system is “/),
  );

  it('may write an edition as a number', () =>
    expect(of(null, { regionCode: 320113, name: '栖霞区', edition: 2023 })[0]!.fields).toMatchObject({
      edition: '2023',
    }));

  it.each(['"name":"栖霞区","name":"玄武区"', '"name":"栖霞区",\n"n\\u0061me":"玄武区"'])(
    'are refused where a name stands twice: %s',
    (properties) => {
      const text = `{"features":[{"properties":{"regionCode":"320113",${properties}}}],"name":"another object’s"}`;
      expect(() => geoJsonRows(text, {})).toThrow(/^“name” stands twice in one object: see line \d\.$/);
    },
  );

  it.each(['{', '[]', 'null', '{"features":{}}'])('are refused in %s', (text) =>
    expect(() => geoJsonRows(text, {})).toThrow(/^It is no /),
  );
});
