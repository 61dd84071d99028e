import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  ActivateWartime,
  type ActivationView,
  AppointGridLeader,
  ApproveActivation,
  CheckIn,
  DelineateGrid,
  GetActivation,
  GetGrid,
  GetIncident,
  type IncidentSummary,
  type IncidentView,
  ListActivations,
  ListGrids,
  ListIncidents,
  ListMobilisations,
  LocateGrid,
  NearbyIncidents,
  type Page,
  type Permission,
  type Principal,
  ReportIncident,
  SplitGrid,
  StandDown,
  WithdrawIncident,
} from '@panshi/contracts';
import { RunningService } from '@panshi/testing/running-service';
import { v7 } from 'uuid';
import { at, rectangle } from '../test/rings.ts';
import { GridModule } from './grid.module.ts';

const application = new RunningService(GridModule);
const districtCode = '320113';
const [communityCode, elsewhere] = ['320113001001', '320113002001'];
const code = (sequence: number, community = communityCode): string =>
  `${community}${String(sequence).padStart(3, '0')}`;

const person = (name: string, territory: string, ...permissions: readonly Permission[]): Principal => ({
  actor: { account: `account-${name}`, person: name, post: name },
  grants: [{ role: 'any', territory, permissions }],
});
const leaderId = v7();
const officer = person(v7(), districtCode, 'grid.delineate', 'grid.appoint', 'grid.read', 'wartime.read');
const leader = person(leaderId, communityCode, 'incident.report', 'incident.read', 'grid.read', 'wartime.check-in');
const revealer = person(v7(), districtCode, 'incident.read', 'incident.reveal');
const reader = person(v7(), districtCode, 'incident.read', 'incident.report');
const duty = person(v7(), districtCode, 'wartime.activate', 'wartime.read');
const commander = person(v7(), districtCode, 'wartime.activate', 'wartime.approve', 'wartime.read');

const report = (x: number, y: number): ReportIncident => ({
  categoryCode: '20101',
  text: '路面积水，无法通行',
  location: at(x, y),
  channel: 'resident',
  reporter: { name: '示例居民', phone: '13800000000' },
});

beforeAll(async () => {
  await application.start();
  const catalogue = { districtCode, edition: '1', effectiveFrom: '2026-01-01T00:00:00.000Z', classes: [] };
  await application.published(`catalogue-${districtCode}`, 'CataloguePublished', {
    ...catalogue,
    categories: [{ code: '20101' }],
    units: [{ code: 'WATER' }],
  });
  const registered = { personId: leaderId, partyMember: true, regionCode: communityCode };
  await application.published(`person-${leaderId}`, 'PersonRegistered', registered);
  const post = { orgId: v7(), post: 'secretary', regionCode: communityCode, from: '2026-01-01' };
  const appointment = { appointmentId: v7(), personId: leaderId, ...post };
  await application.published('party-org-1', 'AppointmentMade', appointment);
  for (const [i, community] of [communityCode, communityCode, elsewhere].entries()) {
    const ring = [...rectangle(i * 4, 0, i * 4 + 4, 8)];
    const draw = { communityCode: community, name: `第${i + 1}网格`, kind: 'comprehensive' as const, ring };
    await application.do(DelineateGrid, draw, officer);
  }
  await application.do(AppointGridLeader, { gridCode: code(1), personId: leaderId }, officer);
});
afterAll(() => application.stop());

describe('grids, running', () => {
  it('refuses ground of a neighbouring community', async () => {
    const draw = { communityCode: elsewhere, name: '越界', kind: 'comprehensive' as const };
    const command = { ...draw, ring: [...rectangle(6, 0, 8, 2)] };
    await expect(application.do(DelineateGrid, command, officer)).rejects.toMatchObject({
      code: 'grid.overlaps',
      params: { gridCode: code(2) },
    });
  });
  it('finds grids by place, window, words and vacancy', async () => {
    const { position } = await application.do(
      SplitGrid,
      {
        gridCode: code(2),
        parts: [
          { name: '南段', ring: [...rectangle(4, 0, 8, 4)] },
          { name: '北段', ring: [...rectangle(4, 4, 8, 8)] },
        ],
      },
      officer,
    );
    const ask = async (query: Partial<ListGrids>, by = officer) => {
      const { body } = await application.ask(ListGrids, query as ListGrids, by, position);
      return (body as Page<{ gridCode: string }>).items.map(({ gridCode }) => gridCode);
    };
    const located = await application.ask(LocateGrid, at(5, 5), officer, position);
    expect(located.body).toMatchObject({ gridCode: code(4), name: '北段', from: [code(2)] });
    await expect(ask({})).resolves.toEqual([code(1), code(3), code(4), code(1, elsewhere)]);
    await expect(ask({}, leader)).resolves.toEqual([code(1), code(3), code(4)]);
    await expect(ask({ territory: elsewhere })).resolves.toEqual([code(1, elsewhere)]);
    await expect(ask({ vacant: false })).resolves.toEqual([code(1)]);
    await expect(ask({ text: '北段' })).resolves.toEqual([code(4)]);
    await expect(ask({ status: 'split' })).resolves.toEqual([code(2)]);
    const [south, north] = [at(4, 0), at(8, 4)];
    await expect(ask({ bbox: [south.lon, south.lat, north.lon, north.lat].join(',') })).resolves.toEqual([code(3)]);
  });
  it('shows a grid only where the reader may see it', async () => {
    const far = { gridCode: code(1, elsewhere) };
    expect((await application.ask(GetGrid, far, officer)).body).toMatchObject({ gridCode: code(1, elsewhere) });
    expect((await application.ask(GetGrid, far, leader)).body).toBeUndefined();
    expect((await application.ask(LocateGrid, at(9, 1), leader)).body).toBeUndefined();
  });
});

describe('incidents, running', () => {
  it('opens the words of a report to whom it may, and to who recorded it', async () => {
    const { id, position } = await application.do(ReportIncident, report(1, 1), leader);
    const get = async (by: Principal) =>
      (await application.ask(GetIncident, { incidentId: id! }, by, position)).body as IncidentView;
    const open = { status: 'open', value: '路面积水，无法通行' };
    await expect(get(revealer)).resolves.toMatchObject({
      gridCode: code(1),
      text: open,
      reporterName: { status: 'open', value: '示例居民' },
      reporterPhone: { status: 'open', value: '13800000000' },
    });
    await expect(get(leader)).resolves.toMatchObject({ text: open });
    const seen = await get(reader);
    for (const field of [seen.text, seen.reporterName, seen.reporterPhone])
      expect(field).toEqual({ status: 'withheld' });
    expect(JSON.stringify(seen)).not.toMatch(/积水|示例居民|13800000000/);
    await expect(get(person('far', '320113009', 'incident.read'))).resolves.toBeUndefined();
  });
  it('refuses a place outside, an unknown category, another territory', async () => {
    const refused = (command: ReportIncident, by = leader) =>
      expect(application.do(ReportIncident, command, by)).rejects;
    await refused(report(100, 1)).toMatchObject({ code: 'incident.outside-district', kind: 'invalid' });
    await refused({ ...report(1, 1), categoryCode: '20199' }).toMatchObject({ code: 'incident.unknown-category' });
    await refused(report(9, 1)).toMatchObject({ code: 'incident.outside-territory', kind: 'forbidden' });
    const forNobody = { onBehalfOf: '01890000-0000-4000-8000-000000000001', onBehalfReason: 'telephoned' as const };
    await refused({ ...report(1, 1), ...forNobody }).toMatchObject({ code: 'incident.on-behalf-of-unknown' });
  });
  it('finds reports of the same kind nearby, the nearest first', async () => {
    const far = await application.do(ReportIncident, report(2.4, 6), leader);
    const close = await application.do(ReportIncident, report(2.1, 6), leader);
    const gone = await application.do(ReportIncident, report(2, 6), leader);
    const withdraw = { incidentId: gone.id!, reason: 'mistaken' as const };
    const { position } = await application.do(WithdrawIncident, withdraw, leader);
    const query = { ...at(2, 6), category: '20101', radius: 50 };
    const { body } = await application.ask(NearbyIncidents, query, leader, position);
    const { items } = body as Page<IncidentSummary & { distance: number }>;
    expect(items.map(({ incidentId }) => incidentId)).toEqual([close.id, far.id]);
    expect(items.map(({ distance }) => distance)).toEqual([10, 39]);
  });
  it('lists what the reader may see, counted', async () => {
    const { position } = await application.do(ReportIncident, { ...report(9, 1), urgent: true }, reader);
    const query = { facets: true, category: '2', limit: 2 } as ListIncidents;
    const { body } = await application.ask(ListIncidents, query, leader, position);
    expect(body).toMatchObject({ total: 4, facets: { urgent: [{ value: false, count: 4 }] } });
    expect((body as Page<unknown>).items).toHaveLength(2);
    const all = await application.ask(ListIncidents, { urgent: true } as ListIncidents, reader, position);
    expect(all.body).toMatchObject({ total: 1, items: [{ gridCode: code(1, elsewhere) }] });
    const today = new Date(Date.now() + 60_000).toISOString();
    const later = await application.ask(ListIncidents, { from: today } as ListIncidents, reader, position);
    expect(later.body).toMatchObject({ total: 0 });
  });
  it('takes a place in the system of the map it comes from', async () => {
    const shifted = { lon: 118.9052, lat: 32.0979 };
    const onAmap = { ...shifted, system: 'gcj02' as const };
    const { id, position } = await application.do(ReportIncident, { ...report(1, 1), location: onAmap }, leader);
    const { body } = await application.ask(GetIncident, { incidentId: id! }, leader, position);
    const location = { lon: 118.900173, lat: 32.100128 };
    expect(body).toMatchObject({ gridCode: code(1), location, locationGiven: onAmap });
    expect((await application.ask(LocateGrid, onAmap, leader)).body).toMatchObject({ gridCode: code(1) });
    const near = await application.ask(NearbyIncidents, { ...onAmap, category: '20101', radius: 5 }, leader, position);
    expect(near.body).toMatchObject({ items: [{ incidentId: id, location, distance: 0 }] });
    await expect(application.do(ReportIncident, { ...report(1, 1), location: shifted }, leader)).rejects.toMatchObject({
      code: 'incident.outside-district',
    });
  });
});

describe('wartime, running', () => {
  const activationId = v7();
  const none = { missed: 0, released: 0, replaced: 0 };

  it('mobilises every grid once a second person has approved, and counts who is reached', async () => {
    const scope = [districtCode];
    const basis = { kind: 'order-from-above' as const, reference: '示例〔2026〕1号', issuer: '示例机关' };
    const what = { activationId, districtCode, hazard: 'flood-typhoon' as const, level: 'I' as const, scope, basis };
    const words = { reason: '暴雨预警', initiatingUnit: '区防指', deadlineRules: [] };
    const street = person('street', '320113001', 'wartime.activate');
    await expect(application.do(ActivateWartime, { ...what, ...words }, street)).rejects.toMatchObject({
      code: 'wartime.outside-territory',
    });
    await application.do(ActivateWartime, { ...what, ...words }, duty);
    const approve = { districtCode, requestId: activationId };
    await expect(application.do(ApproveActivation, approve, duty)).rejects.toMatchObject({ kind: 'forbidden' });
    await application.do(ApproveActivation, approve, commander);
    await application.recorded('GridMobilised', { nth: 4 });
    const { position } = await application.do(CheckIn, { activationId, gridCode: code(1) }, leader);
    const { body } = await application.ask(GetActivation, { activationId }, duty, position);
    expect((body as ActivationView).grids).toEqual({ ...none, mobilised: 4, ordered: 3, checkedIn: 1 });
    expect(body).toMatchObject({ state: 'active', level: 'I', pending: 0, requests: [{ state: 'approved' }] });
  });
  it('is seen by who is touched by it', async () => {
    const ids = async (query: Partial<ListActivations>, by: Principal) => {
      const { body } = await application.ask(ListActivations, query as ListActivations, by);
      return (body as Page<{ activationId: string }>).items.map((each) => each.activationId);
    };
    const inGrid = person('grid', code(1), 'wartime.read');
    await expect(ids({ state: 'active' }, inGrid)).resolves.toEqual([activationId]);
    await expect(ids({ territory: elsewhere }, inGrid)).resolves.toEqual([activationId]);
    await expect(ids({}, person('other', '320114', 'wartime.read'))).resolves.toEqual([]);
    await expect(ids({ pending: true }, duty)).resolves.toEqual([]);
  });
  it('lists the grids that have not checked in', async () => {
    const query = { activationId, status: 'ordered', territory: communityCode } as ListMobilisations;
    const { body } = await application.ask(ListMobilisations, query, duty);
    expect((body as Page<{ gridCode: string }>).items.map(({ gridCode }) => gridCode)).toEqual([code(3), code(4)]);
  });
  it('is not stood down while grids would be left to nobody, and then releases every one', async () => {
    const down = { districtCode, activationId, reason: '水退', openItems: [] as StandDown['openItems'] };
    const left = { code: 'wartime.items-left-to-nobody', params: { count: 3 } };
    await expect(application.do(StandDown, down, duty)).rejects.toMatchObject(left);
    const item = (id: string, handedTo: string) => ({ kind: 'mobilisation' as const, id, handedTo });
    for (const handedTo of ['FIRE', '320113009', '320114', v7()]) {
      const toNobody = { ...down, openItems: [item(districtCode, handedTo)] };
      const unknown = { code: 'wartime.unknown-taker', params: { handedTo } };
      await expect(application.do(StandDown, toNobody, duty)).rejects.toMatchObject(unknown);
    }
    for (const region of [code(99), '320113009']) {
      const astray = { ...down, openItems: [item(districtCode, 'WATER'), item(region, 'WATER')] };
      const refused = { code: 'wartime.handed-over-elsewhere', params: { region } };
      await expect(application.do(StandDown, astray, duty)).rejects.toMatchObject(refused);
    }
    const openItems = [item(code(3), 'WATER'), item(code(4), leaderId), item(code(1, elsewhere), districtCode)];
    const { id: requestId } = await application.do(StandDown, { ...down, openItems }, duty);
    await application.do(ApproveActivation, { districtCode, requestId: requestId! }, commander);
    const { position } = await application.recorded('GridDemobilised', { nth: 4 });
    const { body } = await application.ask(GetActivation, { activationId }, duty, position);
    expect(body).toMatchObject({ state: 'stood-down', grids: { released: 4 } });
    expect((body as ActivationView).openItems).toEqual(openItems);
    const inGrid = person('grid', code(3), 'wartime.read');
    const { body: own } = await application.ask(GetActivation, { activationId }, inGrid, position);
    expect((own as ActivationView).openItems.map(({ id }) => id)).toEqual([code(3)]);
  });
});
