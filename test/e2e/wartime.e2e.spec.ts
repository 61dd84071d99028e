import { beforeAll, describe, expect, it } from '@jest/globals';
import type {
  ActivationView,
  CaseDetails,
  GridSummary,
  MobilisationView,
  Page,
  ProposalView,
  WartimeRequestView,
} from '@panshi/contracts';
import { chinaDay } from '@panshi/kernel';
import type { Api } from '../support/api.ts';
import { calendarWith } from '../support/bodies.ts';
import { getCase, openCase, spotIn, take } from '../support/cases.ts';
import { servedDemo } from '../support/served.ts';
import { until } from '../support/until.ts';

const panshi = servedDemo();
const districtCode = '320113';
const street = '320113001';
let duty: Api;
let commander: Api;
let officer: Api;

beforeAll(async () => {
  duty = await panshi.as('demo-emergency');
  commander = await panshi.as('demo-commander');
  officer = await panshi.as('demo-case');
});

const flood = (level: string, scope: readonly string[], more: object = {}): object => ({
  districtCode,
  hazard: 'flood-typhoon',
  level,
  scope,
  basis: { kind: 'warning', reference: '演示预警〔2026〕1号', issuer: '区防汛抗旱指挥部' },
  reason: '演示：强降雨',
  initiatingUnit: '区应急指挥中心',
  deadlineRules: [{ categoryPrefix: '', effect: 'shorten', hours: 2 }],
  ...more,
});

const activation = (id: string, after?: string): Promise<ActivationView> =>
  duty.ask(`/wartime/activations/${id}${after ? `?after=${after}` : ''}`);

const activationUntil = (id: string, enough: (view: ActivationView) => boolean): Promise<ActivationView> =>
  until(() => activation(id), enough);

const gridsOf = async (territory: string): Promise<number> =>
  (await duty.ask<Page<GridSummary>>(`/grids?territory=${territory}&limit=1&facets=true`)).total!;

const dueOf = ({ deadline, deadlineRule, modifiers }: CaseDetails) => ({ deadline, deadlineRule, modifiers });

describe('wartime at level Ⅲ', () => {
  it('is on at once, mobilises every grid of its scope, and ends only when nothing is left to nobody', async () => {
    const community = '320113002001';
    const { id, position } = await duty.command('/wartime/activations', flood('III', [community]));
    expect(await activation(id!, position)).toMatchObject({
      state: 'active',
      level: 'III',
      pending: 1,
      requests: [{ kind: 'rules', state: 'pending' }],
    });
    const count = await gridsOf(community);
    const { grids } = await activationUntil(id!, (view) => view.grids.mobilised === count);
    expect(grids).toMatchObject({ mobilised: count, ordered: count, checkedIn: 0 });
    await duty.command(`/wartime/activations/${id}/stand-down`, {
      districtCode,
      reason: '演示：雨停',
      openItems: [{ kind: 'mobilisation', id: community, handedTo: community.slice(0, 9) }],
    });
    await activationUntil(id!, ({ state, grids: { released } }) => state === 'stood-down' && released === count);
  });
});

describe('wartime at level Ⅱ', () => {
  it('asked for by one who may also approve is never approved by that person', async () => {
    const { id } = await commander.command('/wartime/activations', flood('II', ['320113003']));
    const own = await commander.post(`/wartime/requests/${id}/approval`, { districtCode });
    expect(own).toMatchObject({ status: 403, body: { code: 'wartime.own-request' } });
    const second = await panshi.as('demo-commander-2');
    const reason = '演示：水位已回落';
    const { position } = await second.command(`/wartime/requests/${id}/declining`, { districtCode, reason });
    expect(await activation(id!, position)).toMatchObject({ state: 'declined', pending: 0 });
  });

  it('is on by word of mouth before its approver can sign in, who finds it waiting and confirms it', async () => {
    await takeTheDayOff();
    const { id } = await duty.command('/wartime/activations', flood('II', ['320113004']));
    const { person: approver } = (await commander.ask<{ actor: { person: string } }>('/session')).actor;
    const verbal = `/wartime/requests/${id}/verbal-approval`;
    const said = { districtCode, approver, at: new Date().toISOString(), channel: 'telephone' };
    const recorded = await until(
      () => duty.post<{ position: string; code: string }>(verbal, said),
      ({ body: { code } }) => code !== 'verbal.by-day',
    );
    expect(recorded.status).toBe(200);
    expect(await activation(id!, recorded.body.position)).toMatchObject({
      state: 'active',
      requests: [{ state: 'approved', verbal: { approver, channel: 'telephone', state: 'unconfirmed' } }],
    });
    const foreign = await (await panshi.as('demo-commander-2')).post(`${verbal}/confirmation`, { districtCode });
    expect(foreign).toMatchObject({ status: 403, body: { code: 'verbal.not-the-approver' } });
    expect((await waitingFor(commander, recorded.body.position)).map(({ requestId }) => requestId)).toContain(id);
    const { position } = await commander.command(`${verbal}/confirmation`, { districtCode });
    expect((await waitingFor(commander, position)).map(({ requestId }) => requestId)).not.toContain(id);
    expect(await activation(id!, position)).toMatchObject({ requests: [{ verbal: { state: 'confirmed' } }] });
  });

  it('needs a second person, mobilises, shortens deadlines, and gives them back when it ends', async () => {
    const reporter = await panshi.as('demo-street');
    const leader = await panshi.as('demo-grid');
    const count = await gridsOf(street);
    const caseId = await openCase(reporter, officer, await spotIn(reporter, street));
    const [filing] = await take(caseId, [officer, 'filing']);
    const ordinary = dueOf(await getCase(officer, caseId, filing!.position));
    expect(ordinary).toMatchObject({ deadlineRule: 'ordinary', modifiers: [] });

    const requested = await duty.command('/wartime/activations', flood('II', [street]));
    const id = requested.id!;
    expect(await activation(id, requested.position)).toMatchObject({
      state: 'requested',
      pending: 1,
      requests: [{ requestId: id, kind: 'activation', state: 'pending', level: 'II' }],
      grids: { mobilised: 0 },
    });
    const self = await duty.post(`/wartime/requests/${id}/approval`, { districtCode });
    expect(self).toMatchObject({ status: 403, body: { code: 'permission.missing' } });
    expect(dueOf(await getCase(officer, caseId))).toEqual(ordinary);

    const approval = await commander.command(`/wartime/requests/${id}/approval`, { districtCode });
    expect(await activation(id, approval.position)).toMatchObject({ state: 'active', level: 'II', pending: 0 });
    const { activatedAt, grids } = await activationUntil(id, (view) => view.grids.mobilised === count);
    expect(grids).toMatchObject({ mobilised: count, ordered: count, checkedIn: 0, released: 0 });
    const shortened = await until(
      () => getCase(officer, caseId),
      ({ modifiers }) => modifiers.includes(id),
    );
    expect(shortened.deadlineRule).toBe('shortened');
    const inHours = (Date.parse(shortened.deadline!) - Date.parse(activatedAt!)) / 3_600_000;
    expect(inHours).toBeGreaterThanOrEqual(2);
    expect(inHours).toBeLessThan(2.01);

    const mine = await ownGrid(leader);
    const elsewhere = await anotherGrid(leader, mine);
    const checkIn = `/wartime/activations/${id}/grids`;
    const { position } = await leader.command(`${checkIn}/${mine}/check-in`);
    expect(await activation(id, position)).toMatchObject({ grids: { checkedIn: 1, ordered: count - 1 } });
    const foreign = await leader.post(`${checkIn}/${elsewhere}/check-in`);
    expect([foreign.status, foreign.body.code]).toEqual([403, 'authority.forbidden']);
    const { leaderId } = await duty.ask<{ leaderId: string }>(`/grids/${elsewhere}`);
    const told = { onBehalfOf: leaderId, onBehalfReason: 'telephoned' };
    const byTelephone = await duty.command(`${checkIn}/${elsewhere}/check-in`, told);
    expect(await activation(id, byTelephone.position)).toMatchObject({ grids: { checkedIn: 2, ordered: count - 2 } });
    expect(await duty.post(`${checkIn}/${elsewhere}/check-in`)).toMatchObject({
      status: 403,
      body: { code: 'mobilisation.not-the-leader' },
    });

    const standDown = (openItems: readonly object[]) =>
      duty.post<{ id: string; code: string; params: object; position: string }>(
        `/wartime/activations/${id}/stand-down`,
        {
          districtCode,
          reason: '演示：水退',
          openItems,
        },
      );
    const refused = await standDown([]);
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'wartime.items-left-to-nobody', params: { count: count - 2 } },
    });
    const ended = await standDown([{ kind: 'mobilisation', id: street, handedTo: street }]);
    expect(ended.status).toBe(201);
    await commander.command(`/wartime/requests/${ended.body.id}/approval`, { districtCode });
    const over = await activationUntil(id, (view) => view.grids.released === count);
    expect(over.state).toBe('stood-down');
    expect(over.openItems).toHaveLength(count - 2);
    const after = await until(
      () => getCase(officer, caseId),
      ({ modifiers }) => modifiers.length === 0,
    );
    expect(dueOf(after)).toEqual(ordinary);
  });
});

/** On a day without work a verbal approval is taken at any hour. */
const takeTheDayOff = async (): Promise<void> => {
  const today = chinaDay(new Date().toISOString());
  const holidays = [{ name: '演示', from: today, to: today }];
  const year = { year: Number(today.slice(0, 4)), status: 'provisional', source: '演示', holidays, makeUpWorkdays: [] };
  const admin = await panshi.as('demo-admin');
  const district = `/districts/${districtCode}`;
  const { position } = await admin.command(`${district}/calendars`, calendarWith(today, today, { years: [year] }));
  const waiting = `${district}/proposals?awaitingMe=true&after=${position}`;
  const { items } = await officer.ask<Page<ProposalView>>(waiting);
  expect(items).toMatchObject([{ kind: 'calendar', name: 'bad-1' }]);
  await officer.command(`${district}/publications/calendar/bad-1/approval`);
};

const waitingFor = async (by: Api, after: string): Promise<readonly WartimeRequestView[]> =>
  (await by.ask<Page<WartimeRequestView>>(`/wartime/requests?awaitingMe=true&after=${after}`)).items;

const ownGrid = async (leader: Api): Promise<string> => {
  const { grants } = await leader.ask<{ grants: { territory: string }[] }>('/session');
  return grants[0]!.territory;
};

/** Another grid of the street, mobilised too. */
const anotherGrid = async (_: Api, mine: string): Promise<string> => {
  const { items } = await duty.ask<Page<MobilisationView>>(`/wartime/mobilisations?territory=${street}&status=ordered`);
  return items.find(({ gridCode }) => gridCode !== mine)!.gridCode;
};
