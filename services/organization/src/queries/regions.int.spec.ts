import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GetRegion, ListRegions, type Page, type RegionView } from '@panshi/contracts';
import { Reader, who } from '../../test/reader.ts';

const reader = new Reader();
beforeAll(() => reader.open());
afterAll(() => reader.close());

const district = who(['region.read', '320113']);
const list = async (query: object, principal = district) =>
  (await reader.ask<Page<RegionView>>(ListRegions, query, principal)).items.map(({ regionCode }) => regionCode);

describe('listing regions', () => {
  it.each([
    [{}, ['320113', '320113001', '320113001001', '320113002']],
    [{ regionCode: '320113001' }, ['320113001', '320113001001']],
    [{ level: 'street' }, ['320113001', '320113002']],
    [{ text: '尧化' }, ['320113001', '320113001001']],
    [{ regionCode: '320113001', level: 'street' }, ['320113001']],
  ])('by %j finds %j', async (query, codes) => expect(await list(query)).toEqual(codes));

  it('shows what lies in a reader’s territory and what that lies in, and nothing else', async () => {
    const street = who(['region.read', '320113001']);
    expect(await list({}, street)).toEqual(['320113', '320113001', '320113001001']);
    expect(await list({ regionCode: '320113002' }, street)).toEqual([]);
    expect(await list({}, who(['organization.read', '320113']))).toEqual([]);
  });

  it('gives outlines where asked, and counts by level', async () => {
    const ask = (query: object) => reader.ask<Page<RegionView>>(ListRegions, query, district);
    expect((await ask({})).items[0]).toEqual({
      _version: 1,
      regionCode: '320113',
      name: '栖霞区',
      level: 'district',
      codeSystem: '统计用区划代码',
      edition: '2023',
    });
    const { items, facets } = await ask({ outlines: true, facets: true });
    expect(items.map(({ ring }) => ring?.length)).toEqual([4, undefined, undefined, undefined]);
    expect(facets?.['level']).toContainEqual({ value: 'street', count: 2 });
  });
});

describe('one region', () => {
  const get = (regionCode: string, principal = district) =>
    reader.ask<RegionView>(GetRegion, { regionCode }, principal);

  it('comes with its outline, its name of today and its version', async () => {
    expect((await get('320113')).ring).toHaveLength(4);
    expect(await get('320113002')).toMatchObject({ name: '马群街道', edition: '2024', _version: 1 });
  });

  it('is not found outside the reader’s territories, nor where there is none', async () => {
    expect(await get('320113002', who(['region.read', '320113001']))).toBeUndefined();
    expect(await get('320113', who(['region.read', '320113001']))).toMatchObject({ name: '栖霞区' });
    expect(await get('320114')).toBeUndefined();
  });
});
