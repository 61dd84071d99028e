import { describe, expect, it } from '@jest/globals';
import type { AccountEvent } from '../generated/events.ts';
import { roles } from '../authority/roles.ts';
import { AccountDirectory, grantsOf, principalOf } from './account-directory.ts';

const opened = (username: string, personId = 'person-1'): AccountEvent => ({
  type: 'AccountOpened',
  data: { username, personId, post: '值班员', regionCode: '320113001' },
});
const grant = (username: string, role: string, territory = '320113001', personId = 'person-1') => ({
  username,
  personId,
  role,
  territory,
});
const granted = (...of: Parameters<typeof grant>): AccountEvent => ({ type: 'RoleGranted', data: grant(...of) });
const revoked = (...of: Parameters<typeof grant>): AccountEvent => ({ type: 'RoleRevoked', data: grant(...of) });
const closed = (username: string): AccountEvent => ({
  type: 'AccountClosed',
  data: { username, personId: 'person-1', reason: 'not-needed' },
});

const directory = (...events: readonly AccountEvent[]): AccountDirectory => {
  const accounts = new AccountDirectory();
  for (const event of events) accounts.apply(event);
  return accounts;
};

describe('the directory of accounts', () => {
  it('finds an account by its username, with what it was granted', () => {
    const account = directory(opened('duty-1'), granted('duty-1', 'grid-leader')).account('duty-1');
    expect(account).toMatchObject({ personId: 'person-1', status: 'open' });
    expect(account?.grants).toEqual([{ role: 'grid-leader', territory: '320113001' }]);
  });

  it('knows nobody under a username never opened', () => {
    expect(directory(opened('duty-1')).account('duty-2')).toBeUndefined();
    expect(directory(granted('duty-1', 'auditor')).account('duty-1')).toBeUndefined();
  });

  it('takes back a role over one territory and leaves it over another', () => {
    const accounts = directory(
      opened('duty-1'),
      granted('duty-1', 'grid-leader', '320113001'),
      granted('duty-1', 'grid-leader', '320113002'),
      revoked('duty-1', 'grid-leader', '320113001'),
    );
    expect(accounts.account('duty-1')?.grants).toEqual([{ role: 'grid-leader', territory: '320113002' }]);
  });

  it('keeps for which unit or organisation a role is held, each a grant of its own', () => {
    const held = { ...grant('duty-1', 'department-handler'), unit: 'WATER' };
    const forOrg = { ...grant('duty-1', 'organization-officer'), orgId: 'org-1' };
    const accounts = directory(
      opened('duty-1'),
      granted('duty-1', 'department-handler'),
      { type: 'RoleGranted', data: held },
      { type: 'RoleGranted', data: forOrg },
      revoked('duty-1', 'department-handler'),
    );
    expect(principalOf(accounts.account('duty-1')!).grants).toMatchObject([
      { role: 'department-handler', territory: '320113001', unit: 'WATER' },
      { role: 'organization-officer', territory: '320113001', orgId: 'org-1' },
    ]);
  });

  it('leaves a closed account nothing, and remembers it', () => {
    const account = directory(opened('duty-1'), granted('duty-1', 'auditor'), closed('duty-1')).account('duty-1');
    expect(account).toMatchObject({ status: 'closed', grants: [] });
  });

  it('finds all accounts of a person', () => {
    const accounts = directory(opened('duty-1'), opened('duty-2'), opened('other-1', 'person-2'));
    expect(accounts.ofPerson('person-1').map(({ username }) => username)).toEqual(['duty-1', 'duty-2']);
    expect(accounts.ofPerson('person-3')).toEqual([]);
  });
});

describe('what an account may do', () => {
  it('follows from its roles as they are defined now', () => {
    const account = directory(opened('duty-1'), granted('duty-1', 'grid-leader')).account('duty-1')!;
    expect(grantsOf(account)).toEqual([
      { role: 'grid-leader', territory: '320113001', permissions: roles['grid-leader']!.permissions },
    ]);
  });

  it.each(['a-role-of-another-release', 'constructor'])(
    'is nothing for a role this release does not know: %s',
    (role) => {
      expect(grantsOf(directory(opened('duty-1'), granted('duty-1', role)).account('duty-1')!)).toEqual([]);
    },
  );
});
