import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GetPartyOrg, ListPartyOrgs, type Page, type PartyOrgView } from '@panshi/contracts';
import { everywhere, Reader, who } from '../../test/reader.ts';

const reader = new Reader();
beforeAll(() => reader.open());
afterAll(() => reader.close());

describe('listing party organisations', () => {
  const list = async (query: object, principal = everywhere) =>
    (await reader.ask<Page<PartyOrgView>>(ListPartyOrgs, query, principal)).items.map(({ orgId }) => orgId);

  it('shows what is formed, by region, unless told', async () => {
    expect(await list({})).toEqual(['district', 'street-1', 'community-1', 'street-2', 'community-2']);
    expect(await list({ status: 'dissolved' })).toEqual(['branch-1']);
  });

  it.each([
    [{ parentId: 'district' }, ['street-1', 'street-2']],
    [{ regionCode: '320113002' }, ['street-2', 'community-2']],
    [{ kind: 'community-committee' }, ['community-1']],
    [{ text: '演示社区' }, ['community-1', 'community-2']],
    [{ parentId: 'street-1', regionCode: '320113002' }, []],
  ])('by %j finds %j', async (query, ids) => expect(await list(query)).toEqual(ids));

  it('shows nothing outside the reader’s territories, however it is asked', async () => {
    const street = who(['organization.read', '320113001']);
    expect(await list({}, street)).toEqual(['street-1', 'community-1']);
    expect(await list({ regionCode: '320113002' }, street)).toEqual([]);
    expect(await list({}, who(['organization.read', '320113001'], ['organization.read', '320113002001']))).toEqual([
      'street-1',
      'community-1',
      'community-2',
    ]);
    expect(await list({}, who(['account.manage', '320113']))).toEqual([]);
    expect(await list({}, { ...who(), system: true })).toHaveLength(5);
  });

  it('gives each its path from the root down', async () => {
    const { items } = await reader.ask<Page<PartyOrgView>>(ListPartyOrgs, { kind: 'community-committee' });
    expect(items[0]).toMatchObject({ children: 0, appointments: 1 });
    expect(items[0]!.path.map(({ name }) => name)).toEqual(['栖霞区委', '尧化街道党工委']);
  });

  it('pages, and counts all that match', async () => {
    const first = await reader.ask<Page<PartyOrgView>>(ListPartyOrgs, { limit: 2, facets: true });
    expect(first).toMatchObject({ total: 5, items: [{ orgId: 'district' }, { orgId: 'street-1' }] });
    expect(first.facets?.['kind']).toContainEqual({ value: 'street-working-committee', count: 2 });
    const next = await reader.ask<Page<PartyOrgView>>(ListPartyOrgs, { limit: 2, cursor: first.next });
    expect(next.items.map(({ orgId }) => orgId)).toEqual(['community-1', 'street-2']);
  });
});

describe('one party organisation', () => {
  it('comes with its path and version', async () =>
    expect(await reader.ask(GetPartyOrg, { orgId: 'community-2' })).toMatchObject({
      orgId: 'community-2',
      _version: 2,
      path: [{ orgId: 'district' }, { orgId: 'street-2' }],
    }));

  it('is not found outside the reader’s territories, nor where there is none', async () => {
    expect(
      await reader.ask(GetPartyOrg, { orgId: 'community-2' }, who(['organization.read', '320113001'])),
    ).toBeUndefined();
    expect(await reader.ask(GetPartyOrg, { orgId: 'nobody' })).toBeUndefined();
  });
});
