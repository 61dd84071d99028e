import { describe, expect, it } from '@jest/globals';
import {
  ChangeStanding,
  CloseAccount,
  CorrectPerson,
  DissolvePartyOrg,
  EndAppointment,
  ReorganisePartyOrg,
  RevokeRole,
} from '@panshi/contracts';
import { auditorFromElsewhere, form, smallDistrict } from '../../test/district.ts';
import { accountsView } from './accounts.view.ts';
import { appointmentsView } from './appointments.view.ts';
import { partyOrgsView } from './party-orgs.view.ts';
import { peopleView } from './people.view.ts';

const after = async (...commands: readonly object[]) => {
  const world = await smallDistrict();
  for (const command of commands) await world.execute(command);
  return world;
};
const command = <C extends object>(type: new () => C, fields: C): C => Object.assign(new type(), fields);

describe('the party-orgs view', () => {
  const org = async (id: string, ...commands: readonly object[]) =>
    (await after(...commands)).documents(partyOrgsView).get(id);

  it('counts what stands directly below, and who is in office', async () => {
    expect(await org('district')).toMatchObject({ children: 2, appointments: 0 });
    expect(await org('community-1')).toMatchObject({
      children: 1,
      appointments: 1,
      status: 'formed',
      parentId: 'street-1',
    });
    expect(await org('branch-1')).toMatchObject({ children: 0, appointments: 1 });
  });

  it('moves a count with the organisation that moves', async () => {
    const branch = form('branch-2', 'grid-branch', '320113001001', 'community-1');
    const group = form('group', 'party-group', '320113001001', 'branch-1');
    const move = command(ReorganisePartyOrg, { orgId: 'group', parentId: 'branch-2' });
    expect((await org('branch-1', branch, group))?.children).toBe(1);
    expect((await org('branch-1', branch, group, move))?.children).toBe(0);
    expect((await org('branch-2', branch, group, move))?.children).toBe(1);
    expect((await org('group', branch, group, move))?.parentId).toBe('branch-2');
  });

  it('counts no child twice that only got another name', async () => {
    const rename = command(ReorganisePartyOrg, { orgId: 'branch-1', name: '新名' });
    expect((await org('community-1', rename))?.children).toBe(1);
    expect((await org('branch-1', rename))?.name).toBe('新名');
  });

  it('keeps what was dissolved, empty, and takes it off its parent', async () => {
    const dissolve = command(DissolvePartyOrg, { orgId: 'branch-1' });
    expect(await org('branch-1', dissolve)).toMatchObject({
      status: 'dissolved',
      appointments: 0,
      dissolvedAt: '2026-03-02T01:00:00.000Z',
    });
    expect((await org('community-1', dissolve))?.children).toBe(0);
  });

  it('carries the version of its own stream, whatever happens below', async () => {
    expect((await org('community-1'))?._version).toBe(1);
    expect((await org('community-1', form('group', 'party-group', '320113001001', 'community-1')))?._version).toBe(1);
  });
});

describe('the appointments view', () => {
  const appointment = async (id: string, ...commands: readonly object[]) =>
    (await after(...commands)).documents(appointmentsView).get(id);

  it('shows who holds which post where', async () =>
    expect(await appointment('a-chen')).toEqual({
      _id: 'a-chen',
      orgId: 'community-1',
      personId: 'chen',
      post: 'secretary',
      regionCode: '320113001001',
      status: 'running',
      from: '2026-01-01',
    }));

  it('keeps it after its end, with the day and the reason', async () =>
    expect(
      await appointment(
        'a-chen',
        command(EndAppointment, { orgId: 'community-1', appointmentId: 'a-chen', reason: 'transfer' }),
      ),
    ).toMatchObject({ status: 'ended', until: '2026-03-02', reason: 'transfer' }));

  it('follows its organisation to another grid', async () =>
    expect(
      await appointment('a-chen-2', command(ReorganisePartyOrg, { orgId: 'branch-1', regionCode: '320113001001007' })),
    ).toMatchObject({ regionCode: '320113001001007' }));
});

describe('the people view', () => {
  const person = async (id: string, ...commands: readonly object[]) =>
    (await after(...commands)).documents(peopleView).get(id);

  it('keeps name and phone sealed, with where they were sealed', async () => {
    expect((await person('chen'))?.name).toMatchObject({
      suite: 'A256GCM',
      at: { stream: 'person-chen', field: 'name' },
    });
    expect((await person('chen'))?.phone).toMatchObject({ at: { stream: 'person-chen', field: 'phone' } });
    expect((await person('dai'))?.phone).toBeUndefined();
  });

  it('shows the posts held now, with the person’s own version', async () => {
    const { posts, _version } = (await person('chen'))!;
    expect(posts.map(({ post, regionCode }) => [post, regionCode])).toEqual([
      ['secretary', '320113001001'],
      ['party-backbone', '320113001001001'],
    ]);
    expect(_version).toBe(0);
  });

  it('drops a post that ended, and follows one that moved', async () => {
    const end = command(EndAppointment, { orgId: 'community-1', appointmentId: 'a-chen', reason: 'transfer' });
    const move = command(ReorganisePartyOrg, { orgId: 'branch-1', regionCode: '320113001001007' });
    expect((await person('chen', end, move))?.posts).toEqual([
      expect.objectContaining({ appointmentId: 'a-chen-2', regionCode: '320113001001007' }),
    ]);
  });

  it('replaces a corrected name and leaves the phone, and the other way round', async () => {
    const name = await person('chen', command(CorrectPerson, { personId: 'chen', name: '演示陈' }));
    const phone = await person('chen', command(CorrectPerson, { personId: 'chen', phone: '13800000009' }));
    const [sealed, other] = ['event-0000000000000016', 'event-0000000000000006'];
    expect([name?.name.at.event, name?.phone?.at.event, name?._version]).toEqual([sealed, other, 1]);
    expect([phone?.name.at.event, phone?.phone?.at.event]).toEqual([other, sealed]);
  });

  it('holds no phone once it was withdrawn', async () =>
    expect(await person('chen', command(CorrectPerson, { personId: 'chen', withdrawPhone: true }))).toMatchObject({
      phone: undefined,
      name: { at: { event: 'event-0000000000000006' } },
    }));

  it('follows standing', async () => {
    const left = command(ChangeStanding, { personId: 'dai', serving: false, regionCode: '320113003' });
    expect(await person('dai', ...auditorFromElsewhere, left)).toMatchObject({
      serving: false,
      partyMember: true,
      regionCode: '320113003',
      _version: 1,
    });
  });
});

describe('the accounts view', () => {
  const account = async (id: string, ...commands: readonly object[]) =>
    (await after(...commands)).documents(accountsView).get(id);

  it('shows who may act in which role where', async () =>
    expect(await account('yaohua-1')).toEqual({
      _id: 'yaohua-1',
      _version: 1,
      username: 'yaohua-1',
      personId: 'chen',
      post: '值班员',
      regionCode: '320113001',
      status: 'open',
      grants: [{ role: 'grid-leader', territory: '320113001001001' }],
      openedAt: '2026-03-02T01:00:00.000Z',
    }));

  it('forgets a revoked role, and keeps a closed account with none', async () => {
    const revoke = command(RevokeRole, { username: 'maqun-1', role: 'auditor', territory: '320113' });
    expect(await account('maqun-1', ...auditorFromElsewhere, revoke)).toMatchObject({
      status: 'open',
      grants: [],
      _version: 2,
    });
    const close = command(CloseAccount, { username: 'maqun-1', reason: 'compromised' });
    expect(await account('maqun-1', ...auditorFromElsewhere, close)).toMatchObject({
      status: 'closed',
      grants: [],
      closedAt: '2026-03-02T01:00:00.000Z',
    });
  });
});
