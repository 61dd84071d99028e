import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type AccountView,
  type AppointmentView,
  ChangeStanding,
  CloseAccount,
  DissolvePartyOrg,
  EndAppointment,
  GetAccountByUsername,
  GetPartyOrg,
  GetPerson,
  ListAccounts,
  ListAppointments,
  ListPartyOrgs,
  ListPeople,
  type Page,
  type PartyOrgView,
  type Permission,
  type PersonSummary,
  type PersonView,
  type Principal,
  type QueryType,
  roles,
} from '@panshi/contracts';
import type { Views } from '@panshi/read-model';
import { smallDistrict } from '../../test/district.ts';
import { storedViews } from '../../test/stored-views.ts';
import { organization } from '../organization.definition.ts';

let views: Views;
let close: () => Promise<void>;
const opened: string[] = [];

beforeAll(async () => {
  const world = smallDistrict();
  world.execute(Object.assign(new DissolvePartyOrg(), { orgId: 'branch-1' }));
  world.execute(Object.assign(new ChangeStanding(), { personId: 'fan', serving: false }));
  const end = { orgId: 'community-2', appointmentId: 'a-dai', reason: 'transfer' };
  world.execute(Object.assign(new EndAppointment(), end));
  world.execute(Object.assign(new CloseAccount(), { username: 'maqun-1', reason: 'not-needed' }));
  ({ views, close } = await storedViews(world));
});
afterAll(() => close());

const who = (...grants: readonly (readonly [Permission, string])[]): Principal => ({
  actor: { account: 'reader-1', person: 'reader', post: '组织部干部' },
  grants: grants.map(([permission, territory]) => ({ role: 'any', territory, permissions: [permission] })),
});
const district = who(['organization.read', '320113'], ['account.manage', '320113']);

const ask = async <Answer>(type: QueryType, query: object, principal = district): Promise<Answer> => {
  const { answer } = organization.queries.find((each) => each.query === type)!;
  const open = (sealed: { readonly at: { readonly field: string } }) => {
    opened.push(sealed.at.field);
    return Promise.resolve({ status: 'open', value: `${sealed.at.field} in clear` } as const);
  };
  return (await answer(Object.assign(new type(), query), { views, principal, now: '', open })) as Answer;
};

describe('listing party organisations', () => {
  const list = async (query: object, principal = district) =>
    (await ask<Page<PartyOrgView>>(ListPartyOrgs, query, principal)).items.map(({ orgId }) => orgId);

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
    const { items } = await ask<Page<PartyOrgView>>(ListPartyOrgs, { kind: 'community-committee' });
    expect(items[0]).toMatchObject({ children: 0, appointments: 1 });
    expect(items[0]!.path.map(({ name }) => name)).toEqual(['栖霞区委', '尧化街道党工委']);
  });

  it('pages, and counts all that match', async () => {
    const first = await ask<Page<PartyOrgView>>(ListPartyOrgs, { limit: 2, facets: true });
    expect(first).toMatchObject({ total: 5, items: [{ orgId: 'district' }, { orgId: 'street-1' }] });
    expect(first.facets?.['kind']).toContainEqual({ value: 'street-working-committee', count: 2 });
    const next = await ask<Page<PartyOrgView>>(ListPartyOrgs, { limit: 2, cursor: first.next });
    expect(next.items.map(({ orgId }) => orgId)).toEqual(['community-1', 'street-2']);
  });
});

describe('one party organisation', () => {
  it('comes with its path and version', async () =>
    expect(await ask(GetPartyOrg, { orgId: 'community-2' })).toMatchObject({
      orgId: 'community-2',
      _version: 2,
      path: [{ orgId: 'district' }, { orgId: 'street-2' }],
    }));

  it('is not found outside the reader’s territories, nor where there is none', async () => {
    expect(await ask(GetPartyOrg, { orgId: 'community-2' }, who(['organization.read', '320113001']))).toBeUndefined();
    expect(await ask(GetPartyOrg, { orgId: 'nobody' })).toBeUndefined();
  });
});

describe('people', () => {
  const list = async (query: object, principal = district) =>
    (await ask<Page<PersonSummary>>(ListPeople, query, principal)).items.map(({ personId }) => personId);

  it('are listed while they serve, unless told', async () => {
    expect(await list({})).toEqual(['chen', 'dai']);
    expect(await list({ serving: false })).toEqual(['fan']);
  });

  it.each([
    [{ post: 'secretary' }, ['chen']],
    [{ post: 'party-backbone' }, []],
    [{ partyMember: false, serving: false }, ['fan']],
    [{ regionCode: '320113001001' }, ['chen']],
  ])('by %j are %j', async (query, ids) => expect(await list(query)).toEqual(ids));

  it('are in reach where they are managed, and where they hold a post', async () => {
    expect(await list({}, who(['organization.read', '320113001001']))).toEqual(['chen']);
    expect(await list({}, who(['organization.read', '320113002']))).toEqual([]);
  });

  it('are counted by post held', async () => {
    const { facets } = await ask<Page<PersonSummary>>(ListPeople, { facets: true });
    expect(facets?.['posts.post']).toEqual([{ value: 'secretary', count: 1 }]);
  });

  it('keep their names from who may not reveal people there, and nothing is opened for that', async () => {
    opened.length = 0;
    const { items } = await ask<Page<PersonSummary>>(ListPeople, {});
    expect(items.map(({ name }) => name)).toEqual([{ status: 'withheld' }, { status: 'withheld' }]);
    const elsewhere = who(['organization.read', '320113'], ['person.reveal', '320113002']);
    expect(await ask(GetPerson, { personId: 'chen' }, elsewhere)).toMatchObject({
      name: { status: 'withheld' },
      phone: { status: 'withheld' },
    });
    expect(opened).toEqual([]);
  });

  it('show their names in lists to who may, and phones of one at a time only', async () => {
    opened.length = 0;
    const officer = who(['organization.read', '320113'], ['person.reveal', '320113001']);
    const { items } = await ask<Page<PersonSummary>>(ListPeople, {}, officer);
    expect(items[0]).toMatchObject({ personId: 'chen', name: { status: 'open', value: 'name in clear' } });
    expect(opened).not.toContain('phone');
    expect(await ask<PersonView>(GetPerson, { personId: 'chen' }, officer)).toMatchObject({
      phone: { status: 'open', value: 'phone in clear' },
      _version: 0,
    });
    expect(await ask<PersonView>(GetPerson, { personId: 'dai' }, officer)).not.toHaveProperty('phone');
  });

  it('are not found outside the reader’s territories, nor where there is none', async () => {
    expect(await ask(GetPerson, { personId: 'dai' }, who(['organization.read', '320113002']))).toBeUndefined();
    expect(await ask(GetPerson, { personId: 'nobody' })).toBeUndefined();
  });

  it('never leave with a sealed value', async () => {
    expect(JSON.stringify(await ask(ListPeople, {}))).not.toContain('ciphertext');
    expect(JSON.stringify(await ask(GetPerson, { personId: 'chen' }))).not.toContain('ciphertext');
  });
});

describe('appointments', () => {
  const list = async (query: object, principal = district) =>
    (await ask<Page<AppointmentView>>(ListAppointments, query, principal)).items.map((each) => each.appointmentId);

  it.each([
    [{}, ['a-chen']],
    [{ status: 'ended' }, ['a-chen-2', 'a-dai']],
    [{ status: 'ended', sort: 'oldest' }, ['a-dai', 'a-chen-2']],
    [{ status: 'ended', personId: 'dai' }, ['a-dai']],
    [{ orgId: 'community-1' }, ['a-chen']],
    [{ post: 'party-backbone', status: 'ended' }, ['a-chen-2']],
    [{ regionCode: '320113002' }, []],
  ])('by %j are %j', async (query, ids) => expect(await list(query)).toEqual(ids));

  it('are seen in the reader’s territories only', async () =>
    expect(await list({ status: 'ended' }, who(['organization.read', '320113002']))).toEqual(['a-dai']));
});

describe('accounts', () => {
  it('are listed with what their roles permit now', async () => {
    const { items, facets } = await ask<Page<AccountView>>(ListAccounts, { facets: true });
    expect(items).toMatchObject([{ username: 'yaohua-1', personId: 'chen', status: 'open' }]);
    const { permissions } = roles['grid-leader']!;
    expect(items[0]!.grants).toEqual([{ role: 'grid-leader', territory: '320113001001001', permissions }]);
    expect(facets?.['grants.role']).toEqual([{ value: 'grid-leader', count: 1 }]);
  });

  it.each([
    [{ status: 'closed' }, ['maqun-1']],
    [{ role: 'grid-leader' }, ['yaohua-1']],
    [{ role: 'auditor' }, []],
    [{ personId: 'dai' }, []],
    [{ regionCode: '320113002', status: 'closed' }, ['maqun-1']],
  ])('by %j are %j', async (query, names) => {
    const { items } = await ask<Page<AccountView>>(ListAccounts, query);
    expect(items.map(({ username }) => username)).toEqual(names);
  });

  it('are found by username: by the system at sign-in, and by who manages accounts there', async () => {
    const system: Principal = { ...who(), system: true };
    expect(await ask(GetAccountByUsername, { username: 'maqun-1' }, system)).toMatchObject({
      username: 'maqun-1',
      status: 'closed',
      grants: [],
      _version: 2,
    });
    const street = who(['account.manage', '320113001']);
    expect(await ask(GetAccountByUsername, { username: 'yaohua-1' }, street)).toBeDefined();
    expect(await ask(GetAccountByUsername, { username: 'maqun-1' }, street)).toBeUndefined();
    expect(await ask(GetAccountByUsername, { username: 'nobody-1' }, system)).toBeUndefined();
  });
});
