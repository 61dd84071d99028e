import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type AccountView,
  GetAccountByUsername,
  ListAccounts,
  type Page,
  type Principal,
  roles,
} from '@panshi/contracts';
import { Reader, who } from '../../test/reader.ts';

const reader = new Reader();
beforeAll(() => reader.open());
afterAll(() => reader.close());

describe('accounts', () => {
  it('are listed with what their roles permit now', async () => {
    const { items, facets } = await reader.ask<Page<AccountView>>(ListAccounts, { facets: true });
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
    const { items } = await reader.ask<Page<AccountView>>(ListAccounts, query);
    expect(items.map(({ username }) => username)).toEqual(names);
  });

  it('are found by username: by the system at sign-in, and by who manages accounts there', async () => {
    const system: Principal = { ...who(), system: true };
    expect(await reader.ask(GetAccountByUsername, { username: 'maqun-1' }, system)).toMatchObject({
      username: 'maqun-1',
      status: 'closed',
      grants: [],
      _version: 2,
    });
    const street = who(['account.manage', '320113001']);
    expect(await reader.ask(GetAccountByUsername, { username: 'yaohua-1' }, street)).toBeDefined();
    expect(await reader.ask(GetAccountByUsername, { username: 'maqun-1' }, street)).toBeUndefined();
    expect(await reader.ask(GetAccountByUsername, { username: 'nobody-1' }, system)).toBeUndefined();
  });
});
