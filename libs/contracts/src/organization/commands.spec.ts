import { describe, expect, it } from '@jest/globals';
import { refusedFields as refused, taken } from '../../test/refused.ts';
import { allCommands, commandOptions } from '../message/command.ts';
import { roles } from '../authority/roles.ts';
import { CloseAccount, GrantRole, OpenAccount, RevokeRole } from './account.commands.ts';
import { AppointToPost } from './appointment.commands.ts';
import { FormPartyOrg, ReorganisePartyOrg } from './party-org.commands.ts';
import { RegisterPerson } from './person.commands.ts';
import { ListPeople } from './person.queries.ts';

const id = '01890000-0000-7000-8000-000000000001';
const org = { kind: 'street-working-committee', name: '尧化街道党工委', regionCode: '320113001', parentId: id };
const person = { name: '演示甲', partyMember: true, regionCode: '320113001' };
const appointment = { orgId: id, personId: id, post: 'secretary', from: '2026-02-28' };
const account = { username: 'yaohua-duty-1', personId: id, post: '街道应急值班员', regionCode: '320113001' };

describe('what a command of the organization service may hold', () => {
  it('takes what is right', () => {
    expect(refused(FormPartyOrg, org)).toEqual([]);
    expect(refused(RegisterPerson, { ...person, phone: '025-85560000' })).toEqual([]);
    expect(refused(AppointToPost, appointment)).toEqual([]);
    expect(refused(OpenAccount, account)).toEqual([]);
  });

  it.each(['32011', '3201130', '320113001001001001', '32011300x', '', 320113001])(
    'refuses %j as a region code',
    (regionCode) => expect(refused(FormPartyOrg, { ...org, regionCode })).toEqual(['regionCode']),
  );

  it.each(['', ' 尧化', '尧化 ', '尧\n化', '尧\u200b化', '尧'.repeat(61), '党委11010519491231002X'])(
    'refuses %j as a name',
    (name) => expect(refused(FormPartyOrg, { ...org, name })).toEqual(['name']),
  );

  it.each(['2026-02-29', '2026-13-01', '26-01-01', '1899-12-31', '2026-01-01T00:00:00Z', '20260101'])(
    'refuses %j as a day',
    (from) => expect(refused(AppointToPost, { ...appointment, from })).toEqual(['from']),
  );

  it.each([
    'Duty',
    'duty_1',
    '1-duty',
    'du',
    '-duty',
    'duty-',
    'du--ty',
    'd'.repeat(33),
    '值班',
    'a11010519491231002x',
  ])('refuses %j as a username', (username) =>
    expect(refused(OpenAccount, { ...account, username })).toEqual(['username']),
  );

  it.each(['85560000', '+8613800000000', '12800000000', '1380000000', '138 0000 0000'])(
    'refuses %j as an office phone',
    (phone) => expect(refused(RegisterPerson, { ...person, phone })).toEqual(['phone']),
  );

  it('refuses kinds and posts nobody knows', () => {
    expect(refused(FormPartyOrg, { ...org, kind: 'constructor' })).toEqual(['kind']);
    expect(refused(AppointToPost, { ...appointment, post: 'mayor' })).toEqual(['post']);
  });

  it('lets what may be absent be left out, and refuses null in its place', () => {
    expect(refused(ReorganisePartyOrg, { orgId: id })).toEqual([]);
    const nothing = { parentId: null, kind: null, name: null, regionCode: null };
    expect(refused(ReorganisePartyOrg, { orgId: id, ...nothing })).toEqual(Object.keys(nothing));
  });

  it('lets a unit or an organisation stand instead of a territory, but not nothing', () => {
    const grant = { username: 'duty-1', role: 'department-handler' };
    expect(refused(GrantRole, { ...grant, unit: 'WATER' })).toEqual([]);
    expect(refused(GrantRole, { ...grant, orgId: id })).toEqual([]);
    expect(refused(GrantRole, grant)).toEqual(['territory']);
    expect(refused(GrantRole, { ...grant, territory: '320113', unit: '区水务局' })).toEqual(['unit']);
  });

  it('refuses a field nobody knows', () => {
    expect(refused(RegisterPerson, { ...person, citizenNumber: '1' })).toEqual(['citizenNumber']);
  });

  it('reads truth values of an address, and nothing but truth values', () => {
    expect(taken(ListPeople, { serving: 'false' }).serving).toBe(false);
    expect(refused(ListPeople, { serving: 'no' })).toEqual(['serving']);
  });
});

describe('authority', () => {
  it.each(allCommands('organization').map((type) => [type.name, commandOptions(type)] as const))(
    'is a managing permission for %s',
    (_, { permission }) => expect(permission).toMatch(/^(organization|person|account|region)\.manage$/),
  );

  it('is account.manage for whatever concerns accounts, which no manager of people has', () => {
    const commands = allCommands('organization').filter((type) => commandOptions(type).permission === 'account.manage');
    expect(commands).toEqual([OpenAccount, GrantRole, RevokeRole, CloseAccount]);
    for (const { permissions } of Object.values(roles))
      expect(permissions.includes('account.manage') && permissions.includes('person.manage')).toBe(false);
  });
});
