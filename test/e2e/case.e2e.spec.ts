import { beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseSummary, CategoryEntry, IncidentView, Page, Principal } from '@panshi/contracts';
import { addWorkingTime, type WorkingCalendar } from '@panshi/kernel';
import type { Api } from '../support/api.ts';
import { getCase, openCase, type Spot, spotIn, take } from '../support/cases.ts';
import { logOf } from '../support/log.ts';
import { servedDemo } from '../support/served.ts';
import { until } from '../support/until.ts';

const panshi = servedDemo();
const street = '320113001';
let reporter: Api;
let officer: Api;
let unit: Api;
let water: Api;
let spot: Spot;

beforeAll(async () => {
  reporter = await panshi.as('demo-street');
  officer = await panshi.as('demo-case');
  unit = await panshi.as('demo-dept');
  water = await panshi.as('demo-water');
  spot = await spotIn(reporter, street);
});

const limitOf = async (categoryCode: string): Promise<CategoryEntry['limit']> => {
  const { categories } = await officer.ask<{ categories: CategoryEntry[] }>('/districts/320113/catalogue');
  return categories.find(({ code }) => code === categoryCode)!.limit;
};

describe('a case', () => {
  it('goes through its seven stages, each seen at once by who brought it about', async () => {
    const caseId = await openCase(reporter, officer, spot);
    const stages = [(await getCase(officer, caseId)).stage];
    for (const [account, act, body] of [
      [officer, 'filing'],
      [officer, 'dispatch'],
      [unit, 'acceptance'],
      [unit, 'report', { result: '已修补路面' }],
      [officer, 'verification', { passed: true }],
      [officer, 'evaluation', { satisfaction: 5, comment: '满意' }],
    ] as const) {
      const { position } = await account.command(`/cases/${caseId}/${act}`, body);
      stages.push((await getCase(account, caseId, position)).stage);
    }
    expect(stages).toEqual(['collected', 'filed', 'dispatched', 'in-progress', 'reported', 'closed', 'evaluated']);
    const { steps, ...done } = await getCase(officer, caseId);
    expect(done).toMatchObject({ open: false, onTime: true, satisfaction: 5, unit: 'URBAN', unitName: '区城管局' });
    expect(steps.map(({ type }) => type)).toEqual([
      'CaseOpened',
      'CaseFiled',
      'CaseDispatched',
      'CaseAccepted',
      'HandlingReported',
      'CaseClosed',
      'CaseEvaluated',
    ]);
  });

  it('is due in the natural hours of its category, where danger is imminent', async () => {
    const caseId = await openCase(reporter, officer, spot, { categoryCode: '20401' });
    const [filing] = await take(caseId, [officer, 'filing']);
    const { filedAt, deadline, urgent } = await getCase(officer, caseId, filing!.position);
    const { kind, amount } = await limitOf('20401');
    expect({ urgent, kind }).toEqual({ urgent: true, kind: 'natural-hours' });
    expect(Date.parse(deadline!) - Date.parse(filedAt!)).toBe(amount * 3_600_000);
  });

  it('is due in the working time of its category, by the calendar in effect', async () => {
    const caseId = await openCase(reporter, officer, spot);
    const [filing] = await take(caseId, [officer, 'filing']);
    const calendar = await officer.ask<WorkingCalendar>('/districts/320113/calendar');
    const { filedAt, deadline, calendarVersion } = await getCase(officer, caseId, filing!.position);
    expect(calendarVersion).toBe(calendar.version);
    expect(deadline).toBe(addWorkingTime(calendar, filedAt!, await limitOf('10202')));
  });

  it('returned by a unit goes to another; failed in verification goes back to its unit', async () => {
    const caseId = await openCase(reporter, officer, spot);
    const before = await take(
      caseId,
      [officer, 'filing'],
      [officer, 'dispatch', { unit: 'WATER' }],
      [water, 'return', { reason: 'wrong-unit', note: '非本单位管养' }],
    );
    expect(await getCase(officer, caseId, before.at(-1)!.position)).toMatchObject({ stage: 'filed', returns: 1 });
    const after = await take(
      caseId,
      [officer, 'dispatch', { unit: 'URBAN' }],
      [unit, 'acceptance'],
      [unit, 'report', { result: '已处置' }],
      [officer, 'verification', { passed: false, note: '现场仍有坑洼' }],
    );
    expect(await getCase(officer, caseId, after.at(-1)!.position)).toMatchObject({
      stage: 'dispatched',
      reworks: 1,
      unit: 'URBAN',
    });
  });

  it('is handled by its own unit, and by no other', async () => {
    const caseId = await openCase(reporter, officer, spot);
    const refused = async (by: Api, act: string, body: object = {}) => {
      const answer = await by.post(`/cases/${caseId}/${act}`, body);
      return [answer.status, (answer.body as { code: string }).code];
    };
    await take(caseId, [officer, 'filing']);
    expect(await refused(officer, 'dispatch', { unit: 'PARKS' })).toEqual([422, 'case.unit-unknown']);
    await take(caseId, [officer, 'dispatch']);
    expect(await refused(water, 'acceptance')).toEqual([403, 'case.other-unit']);
    await take(caseId, [unit, 'acceptance']);
    expect(await refused(water, 'report', { result: '已处置' })).toEqual([403, 'case.other-unit']);
    const { grants } = await water.ask<Principal>('/session');
    expect(grants).toMatchObject([{ role: 'department-handler', territory: '320113', unit: 'WATER' }]);
  });

  it('once closed is reopened by who recorded the report, and by nobody else', async () => {
    const caseId = await openCase(reporter, officer, spot);
    await take(
      caseId,
      [officer, 'filing'],
      [officer, 'dispatch'],
      [unit, 'acceptance'],
      [unit, 'report', { result: '已处置' }],
      [officer, 'verification', { passed: true }],
    );
    await until(
      () => reporter.ask<IncidentView>(`/incidents/${caseId}`),
      ({ status }) => status === 'closed',
    );
    const takenBack = await reporter.post(`/incidents/${caseId}/withdrawal`, { reason: 'resolved' });
    expect(takenBack).toMatchObject({ status: 409, body: { code: 'incident.case-ended' } });
    const stranger = await panshi.as('demo-emergency');
    const refused = await stranger.post(`/cases/${caseId}/reopening`, { reason: '又坏了' });
    expect(refused).toMatchObject({ status: 403, body: { code: 'case.not-the-reporter' } });
    const forWhom = { reason: '又坏了', onBehalfReason: 'other' };
    expect(await stranger.post(`/cases/${caseId}/reopening`, forWhom)).toMatchObject({
      status: 422,
      body: { code: 'case.on-behalf-of-whom' },
    });
    const { position } = await reporter.command(`/cases/${caseId}/reopening`, { reason: '又坏了' });
    expect(await getCase(officer, caseId, position)).toMatchObject({ stage: 'filed', open: true, reopenings: 1 });
  });
});

describe('the list of cases', () => {
  it('is filtered, counted, and paged to its end with every case once', async () => {
    const path = `/cases?territory=${street}&open=false&sort=newest&limit=150`;
    const seen: CaseSummary[] = [];
    let page = await officer.ask<Page<CaseSummary>>(`${path}&facets=true`);
    const { total } = page;
    for (;;) {
      seen.push(...page.items);
      if (!page.next) break;
      page = await officer.ask(`${path}&cursor=${encodeURIComponent(page.next)}`);
    }
    expect(total).toBeGreaterThan(150);
    expect(new Set(seen.map(({ caseId }) => caseId)).size).toBe(total);
    expect(seen).toHaveLength(total!);
    expect(seen.every(({ streetCode, open }) => streetCode === street && !open)).toBe(true);
    const dates = seen.map(({ openedAt }) => openedAt);
    expect(dates).toEqual(dates.toSorted().toReversed());
  });
});

describe('a question about the past', () => {
  it('is answered as things stood then, asked by position or by instant', async () => {
    const caseId = await openCase(reporter, officer, spot);
    const [filed, , accepted] = await take(caseId, [officer, 'filing'], [officer, 'dispatch'], [unit, 'acceptance']);
    const log = await logOf(panshi.data());
    const { recordedAt } = log.find(({ position }) => position === filed!.position)!;
    for (const asOf of [filed!.position, recordedAt])
      expect(await officer.ask(`/cases/${caseId}?asOf=${encodeURIComponent(asOf)}`)).toMatchObject({ stage: 'filed' });
    expect(await getCase(officer, caseId, accepted!.position)).toMatchObject({ stage: 'in-progress' });
  });

  it('finds nothing of what came later', async () => {
    const before = (await officer.get('/cases?limit=1')).headers.get('x-position')!;
    const caseId = await openCase(reporter, officer, spot);
    expect((await officer.get(`/cases/${caseId}?asOf=${before}`)).status).toBe(404);
    expect((await officer.get(`/cases/${caseId}`)).status).toBe(200);
  });
});
