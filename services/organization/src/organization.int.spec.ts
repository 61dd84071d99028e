import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  AppointToPost,
  ChangeStanding,
  CloseAccount,
  EndAppointment,
  FormPartyOrg,
  GetAccountByUsername,
  GetPartyOrg,
  GetPerson,
  GrantRole,
  ListAppointments,
  OpenAccount,
  type PersonView,
  type Principal,
  RegisterPerson,
  RevokeRole,
  roles,
} from '@panshi/contracts';
import { RunningService } from '@panshi/testing/running-service';
import { OrganizationModule } from './organization.module.ts';

const application = new RunningService(OrganizationModule);
beforeAll(() => application.start());
afterAll(() => application.stop());

const acting = (role: string, territory: string, account = `${role}-1`): Principal => ({
  actor: { account, person: account, post: role },
  grants: [{ role, territory, permissions: roles[role]!.permissions }],
});
const officer = acting('organization-officer', '320113');
const security = acting('security-administrator', '320113');
const system: Principal = { actor: { account: 'system', person: '', post: '' }, grants: [], system: true };

const form = async (kind: FormPartyOrg['kind'], regionCode: string, parentId?: string, by = officer) =>
  (await application.do(FormPartyOrg, { kind, regionCode, parentId, name: `演示${regionCode}` }, by)).id as string;
const register = async (name: string, phone?: string) =>
  (await application.do(RegisterPerson, { name, phone, partyMember: true, regionCode: '320113001' }, officer))
    .id as string;

describe('the organization service, running', () => {
  let street: string;
  let community: string;

  beforeAll(async () => {
    const edition = { districtCode: '320113', edition: '1', effectiveFrom: '2026-01-01T00:00:00.000Z' };
    const units = [{ code: 'WATER', name: { zh: '区水务局', en: 'Water bureau' } }];
    const published = { ...edition, units, classes: [], categories: [] };
    await application.published('catalogue-320113', 'CataloguePublished', published);
    const district = await form('district-committee', '320113');
    street = await form('street-working-committee', '320113001', district);
    community = await form('community-committee', '320113001001', street);
  });

  it('forms a tree, each organisation on the one formed the moment before', async () => {
    const { position } = await application.do(
      FormPartyOrg,
      { kind: 'grid-branch', regionCode: '320113001001', parentId: community, name: '演示网格党支部' },
      officer,
    );
    const { body } = await application.ask(GetPartyOrg, { orgId: community }, officer, position);
    expect(body).toMatchObject({ children: 1, path: [{ kind: 'district-committee' }, { orgId: street }] });
  });

  it('leaves a place alone for whom it is none of theirs', async () => {
    const elsewhere = acting('organization-officer', '320113002');
    await expect(form('grid-branch', '320113001001', community, elsewhere)).rejects.toMatchObject({
      kind: 'forbidden',
    });
    const personId = await register('演示甲');
    const post = { orgId: community, personId, post: 'party-backbone', from: '2026-01-01' } as const;
    await expect(application.do(AppointToPost, post, elsewhere)).rejects.toMatchObject({ kind: 'forbidden' });
  });

  it('appoints one secretary, of twenty who are appointed at once', async () => {
    const people = await Promise.all(Array.from({ length: 20 }, (_, i) => register(`演示${i}`)));
    const outcomes = await Promise.allSettled(
      people.map((personId) =>
        application.do(AppointToPost, { orgId: community, personId, post: 'secretary', from: '2026-01-01' }, officer),
      ),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'appointment.post-taken' });
  });

  it('opens one account, of twenty opened at once under one username', async () => {
    const personId = await register('演示乙');
    const account = { username: 'raced-for-1', personId, post: '值班员', regionCode: '320113001' };
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, () => application.do(OpenAccount, account, security)),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'account.exists' });
  });

  it('shows a person to whom it may, and to nobody else', async () => {
    const personId = await register('演示丙', '13800000000');
    const { position } = await application.do(ChangeStanding, { personId, regionCode: '320113001001' }, officer);
    const seen = (by: Principal) => application.ask(GetPerson, { personId }, by, position);
    expect((await seen(officer)).body).toMatchObject({
      name: { status: 'open', value: '演示丙' },
      phone: { status: 'open', value: '13800000000' },
    });
    const { body } = await seen(acting('street-officer', '320113001'));
    const { name, phone } = body as PersonView;
    expect([name, phone]).toEqual([{ status: 'withheld' }, { status: 'withheld' }]);
    expect(JSON.stringify(body)).not.toMatch(/演示丙|13800000000/);
  });

  it('refuses what breaks a field’s rule before anything is decided', async () => {
    const command = { name: '演示\n丁', partyMember: true, regionCode: '320113001' };
    await expect(application.do(RegisterPerson, command, officer)).rejects.toMatchObject({
      name: 'InvalidMessage',
      fields: [{ field: 'name' }],
    });
  });

  it('takes posts and accounts from who leaves', async () => {
    const personId = await register('演示戊');
    const post = { orgId: community, personId, post: 'party-backbone', from: '2026-01-01' } as const;
    await application.do(AppointToPost, post, officer);
    const opened = { username: 'leaving-1', personId, post: '值班员', regionCode: '320113001' };
    await application.do(OpenAccount, opened, security);
    await application.do(GrantRole, { username: 'leaving-1', role: 'grid-leader', territory: '320113001' }, security);

    await application.do(ChangeStanding, { personId, serving: false }, officer);
    const ended = await application.recorded('AppointmentEnded', { holding: { personId } });
    const closed = await application.recorded('AccountClosed', { holding: { personId } });
    const after = [ended.position, closed.position].toSorted().at(-1)!;
    const held = await application.ask(ListAppointments, { personId }, officer, after);
    expect(held.body).toMatchObject({ items: [] });
    const account = await application.ask(GetAccountByUsername, { username: 'leaving-1' }, system, after);
    expect(account.body).toMatchObject({ status: 'closed', grants: [] });
  });

  it('repeats nothing: an end or a closing said twice changes nothing', async () => {
    const personId = await register('演示己');
    const post = { orgId: community, personId, post: 'committee-member', from: '2026-01-01' } as const;
    const { id } = await application.do(AppointToPost, post, officer);
    const end = { orgId: community, appointmentId: id as string, reason: 'transfer' } as const;
    expect(await application.do(EndAppointment, end, officer)).toMatchObject({ events: 1 });
    expect(await application.do(EndAppointment, end, officer)).toMatchObject({ events: 0 });
    await expect(
      application.do(CloseAccount, { username: 'nobody-1', reason: 'not-needed' }, security),
    ).rejects.toMatchObject({ code: 'account.unknown', kind: 'not-found' });
  });

  it('lets nobody grant or revoke what lies in their territory to an account that does not', async () => {
    const personId = await register('演示');
    const account = { username: 'elsewhere-1', personId, post: '值班员', regionCode: '320113002' };
    await application.do(OpenAccount, account, security);
    const role = { username: 'elsewhere-1', role: 'street-officer', territory: '320113001' };
    const neighbour = acting('security-administrator', '320113001');
    const forbidden = { code: 'authority.forbidden', params: { permission: 'account.manage', region: '320113002' } };
    await expect(application.do(GrantRole, role, neighbour)).rejects.toMatchObject(forbidden);
    await application.do(GrantRole, role, security);
    await expect(application.do(RevokeRole, role, neighbour)).rejects.toMatchObject(forbidden);
  });

  it('grants for a unit that a catalogue has, and shows it', async () => {
    const personId = await register('演示辛');
    const username = 'water-1';
    await application.do(OpenAccount, { username, personId, post: '经办岗', regionCode: '320113' }, security);
    const role = { username, role: 'department-handler', unit: 'WATER' };
    const unknown = { code: 'account.unknown-unit', params: { unit: 'PARKS', district: '320113' } };
    await expect(application.do(GrantRole, { ...role, unit: 'PARKS' }, security)).rejects.toMatchObject(unknown);
    const { position } = await application.do(GrantRole, role, security);
    const { body } = await application.ask(GetAccountByUsername, { username }, security, position);
    const held = { role: 'department-handler', territory: '320113', unit: 'WATER' };
    expect(body).toMatchObject({ grants: [held] });
    const revoked = await application.do(RevokeRole, { username, ...held }, security);
    expect(revoked).toMatchObject({ events: 1 });
  });

  it('lets a grant for an organisation manage that one and those under it, and no other', async () => {
    const second = await form('community-committee', '320113001002', street);
    const personId = await register('演示壬');
    const [grant] = officer.grants;
    const own: Principal = { ...officer, grants: [{ ...grant!, territory: '320113001', orgId: community }] };
    const appoint = (orgId: string) =>
      application.do(AppointToPost, { orgId, personId, post: 'committee-member', from: '2026-01-01' }, own);
    const refused = { code: 'party-org.not-own', kind: 'forbidden' };
    expect(await appoint(community)).toMatchObject({ events: 1 });
    await expect(appoint(second)).rejects.toMatchObject(refused);
    await expect(form('community-committee', '320113001003', street, own)).rejects.toMatchObject(refused);
    expect(await form('grid-branch', '320113001001', community, own)).toBeDefined();
  });

  it('lets no administrator of accounts grant to themself', async () => {
    const personId = await register('演示庚');
    await application.do(
      OpenAccount,
      { username: 'self-1', personId, post: '安全管理员', regionCode: '320113' },
      security,
    );
    const self: Principal = { ...security, actor: { account: 'self-1', person: personId, post: '安全管理员' } };
    await expect(
      application.do(GrantRole, { username: 'self-1', role: 'emergency-commander', territory: '320113' }, self),
    ).rejects.toMatchObject({ code: 'account.self-grant', kind: 'forbidden' });
  });
});
