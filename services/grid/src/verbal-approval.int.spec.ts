import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  ActivateWartime,
  type ActivationView,
  ConfirmVerbalApproval,
  DelineateGrid,
  GetActivation,
  ListWartimeRequests,
  type Page,
  type Permission,
  type Principal,
  reachEvent,
  RecordVerbalApproval,
  roles,
  territoriesOf,
  type WartimeRequestView,
  wartimeStream,
} from '@panshi/contracts';
import { fakeClock } from '@panshi/testing';
import { RunningService } from '@panshi/testing/running-service';
import { v7 } from 'uuid';
import { basis } from '../test/district.ts';
import { rectangle } from '../test/rings.ts';
import { GridModule } from './grid.module.ts';

const [districtCode, communityCode, beside] = ['320113', '320113001001', '320113001002'];
const clock = fakeClock('2026-07-01T23:10:00+08:00');
const running = new RunningService(GridModule, clock);
const person = (account: string, permissions: readonly Permission[], territory = districtCode): Principal => ({
  actor: { account, person: v7(), post: account },
  grants: [{ role: 'any', territory, permissions }],
});
const commanding = roles['emergency-commander']!.permissions;
const duty = person('duty', ['wartime.activate', 'wartime.read', 'grid.delineate']);
const [commander, retired] = [person('commander', commanding), person('retired', commanding)];
const auditor = person('auditor', roles['auditor']!.permissions);

const ask = async (hazard: ActivateWartime['hazard']): Promise<string> => {
  const words = { basis, reason: '暴雨预警', initiatingUnit: '区防指', deadlineRules: [] };
  const command = { districtCode, hazard, level: 'II' as const, scope: [communityCode], ...words };
  return (await running.do(ActivateWartime, command, duty)).id!;
};
const say = (requestId: string, approver: Principal, itself: Pick<RecordVerbalApproval, 'request'> = {}) => {
  const said = { approver: approver.actor.person, at: '2026-07-01T14:55:00.000Z', channel: 'telephone' as const };
  return running.do(RecordVerbalApproval, { districtCode, requestId, ...said, ...itself }, duty);
};
const list = async (by: Principal, query: Partial<ListWartimeRequests>, after?: string) => {
  const { body } = await running.ask(ListWartimeRequests, query as ListWartimeRequests, by, after);
  return (body as Page<WartimeRequestView>).items;
};
const get = async (activationId: string, after: string) =>
  (await running.ask(GetActivation, { activationId }, auditor, after)).body as ActivationView;

beforeAll(async () => {
  await running.start();
  for (const { actor } of [commander, retired]) {
    const account = { username: actor.account, personId: actor.person };
    const where = { role: 'emergency-commander', territory: districtCode };
    const stream = `account-${actor.account}`;
    await running.published(stream, 'AccountOpened', { ...account, post: '值班', regionCode: districtCode });
    await running.published(stream, 'RoleGranted', { ...account, ...where });
    if (actor === retired.actor) await running.published(stream, 'RoleRevoked', { ...account, ...where });
  }
  const grid = { name: '网格', kind: 'comprehensive' as const };
  const [west, east] = [[...rectangle(0, 0, 4, 4)], [...rectangle(4, 0, 8, 4)]];
  await running.do(DelineateGrid, { ...grid, communityCode, ring: west }, duty);
  await running.do(DelineateGrid, { ...grid, communityCode: beside, ring: east }, duty);
});
afterAll(() => running.stop());

describe('a verbal approval, running', () => {
  it('of an activation that nobody entered turns it on, and waits for its approver', async () => {
    const [requestId, words] = [v7(), { basis, reason: '台风预警', initiatingUnit: '区防指', deadlineRules: [] }];
    const request = { hazard: 'other' as const, level: 'I' as const, scope: [beside], ...words };
    const { position } = await say(requestId, commander, { request });
    expect(await get(requestId, position)).toMatchObject({ state: 'active', level: 'I' });
    const mine = await list(commander, { awaitingMe: true }, position);
    expect(mine).toMatchObject([
      { requestId, state: 'approved', verbal: { state: 'unconfirmed', beforeRequest: true } },
    ]);
    await expect(say(v7(), commander, { request: { ...request, scope: ['320113009'] } })).rejects.toMatchObject({
      code: 'wartime.unknown-region',
    });
    await running.do(ConfirmVerbalApproval, { districtCode, requestId }, commander);
  });

  it('is alarm and waiting work until confirmed, overdue once whatever restarts, and undoes nothing', async () => {
    const requestId = await ask('flood-typhoon');
    await expect(say(requestId, retired)).rejects.toMatchObject({ code: 'verbal.approver-without-authority' });
    expect(await list(commander, { awaitingMe: true })).toMatchObject([{ requestId, state: 'pending' }]);
    const { position } = await say(requestId, commander);
    const verbal = { approver: commander.actor.person, beforeRequest: true, confirmBy: '2026-07-01T17:10:00.000Z' };
    expect(await list(commander, { awaitingMe: true }, position)).toMatchObject([
      { requestId, state: 'approved', requestedBy: duty.actor.person, verbal: { ...verbal, state: 'unconfirmed' } },
    ]);
    expect(await list(duty, { awaitingMe: true })).toEqual([]);

    await running.restart();
    clock.set('2026-07-02T01:10:00+08:00');
    const overdue = await running.recorded('VerbalApprovalOverdue');
    expect(overdue.occurredAt).toBe('2026-07-01T17:10:00.000Z');
    expect(wartimeStream.reader).toBe('wartime.read');
    const hears = (by: Principal) => reachEvent(territoriesOf(by, 'wartime.read'), overdue.regions);
    const elsewhere = person('elsewhere', commanding, '320114');
    expect([commander, auditor, elsewhere].map(hears)).toEqual([true, true, false]);
    expect(await list(auditor, { verbal: 'overdue' }, overdue.position)).toMatchObject([{ requestId }]);

    await running.restart();
    // What the same clock does next, after hours in which it could have said it again.
    const other = await ask('other');
    clock.set('2026-07-02T07:10:00+08:00');
    const lapsed = await running.recorded('ActivationRequestLapsed', { holding: { requestId: other } });
    const { state, requests, timeline } = await get(requestId, lapsed.position);
    expect([state, requests[0]?.verbal?.state]).toEqual(['active', 'overdue']);
    expect(timeline.filter(({ what }) => what === 'VerbalApprovalOverdue')).toHaveLength(1);

    const confirm = { districtCode, requestId };
    const late = await running.do(ConfirmVerbalApproval, confirm, commander);
    const { requests: after } = await get(requestId, late.position);
    expect(after).toMatchObject([{ verbal: { ...verbal, state: 'confirmed-late' } }]);
    expect(await list(commander, { awaitingMe: true }, late.position)).toEqual([]);
  }, 60_000);
});
