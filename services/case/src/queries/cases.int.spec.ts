import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as contracts from '@panshi/contracts';
import type { CaseDetails, CaseSummary, Page, Permission, Principal } from '@panshi/contracts';
import type { Actor } from '@panshi/kernel';
import type { QueryContext, QueryHandling } from '@panshi/service-kit';
import { storedViews, type StoredViews } from '@panshi/testing/in-memory';
import { district, filed, report } from '../../test/district.ts';
import { at, command, districtCode, handler, officer, reporter } from '../../test/names.ts';
import { activate } from '../../test/wartime.ts';
import type { World } from '../../test/world.ts';
import { caseDefinition } from '../case.definition.ts';

const there = '320113002001001';
const permissions: readonly Permission[] = ['case.read', 'incident.reveal'];
const reader = (territory: string, may = permissions): Principal => ({
  actor: officer,
  grants: [{ role: 'case-officer', territory, permissions: may }],
});
const all = reader(districtCode);

/** The case `again`: handled, closed, reopened by its reporter, and withdrawn. */
const reopenedAndWithdrawn = async (world: World): Promise<void> => {
  const does = (who: Actor | Principal, type: new () => object, fields: object = {}) =>
    world.execute(command(type, { caseId: 'again', ...fields }), who);
  await filed(world, 'again');
  await does(officer, contracts.DispatchCase);
  await does(handler, contracts.AcceptCase);
  await does(handler, contracts.ReportBack, { result: '已清运' });
  await does(officer, contracts.VerifyCase, { passed: true });
  await does(reporter, contracts.ReopenCase, { reason: '又堆上了' });
  await does(officer, contracts.WithdrawCase, { reason: 'moot' });
};

/** Queries of the service, on views kept in SQLite. */
describe('questions about cases', () => {
  let world: World;
  let stored: StoredViews;

  const ask = async <A>(query: object, principal = all, now = world.now): Promise<A> => {
    const handling = caseDefinition.queries.find((each) => each.query === query.constructor) as QueryHandling;
    const context = {
      views: stored.views,
      principal,
      now,
      open: async ({ at: where }: { at: { field: string } }) => ({ status: 'open', value: `text of ${where.field}` }),
    };
    return (await handling.answer(query, context as unknown as QueryContext)) as A;
  };
  const list = (fields: object = {}, principal = all): Promise<Page<CaseSummary>> =>
    ask(Object.assign(new contracts.ListCases(), fields), principal);
  const ids = async (fields: object = {}, principal = all): Promise<readonly string[]> =>
    (await list(fields, principal)).items.map(({ caseId }) => caseId);

  beforeAll(async () => {
    world = await district();
    await report(world, 'collected');
    await filed(world, 'rubbish');
    await filed(world, 'collapse', { categoryCode: '20402', gridCode: there, location: { lon: 119.1, lat: 32.2 } });
    await filed(world, 'lamp', { categoryCode: '10104' });
    await world.execute(command(contracts.DispatchCase, { caseId: 'lamp', unit: 'STREET', note: '请尽快' }), officer);
    await world.execute(command(contracts.AcceptCase, { caseId: 'lamp' }), handler);
    await reopenedAndWithdrawn(world);
    await activate(world, 'flood', ['320113002']);
    await world.until(at('2026-03-02T12:30'));
    stored = await storedViews(world, caseDefinition.views);
  });
  afterAll(() => stored.close());

  it('lists by deadline, those without one first', async () =>
    expect(await ids({ sort: 'deadline' })).toEqual(['collected', 'collapse', 'again', 'rubbish', 'lamp']));

  it('lists what is open by deadline, and everything by its age, the newest first', async () => {
    expect(await ids({ open: true })).toEqual(await ids({ open: true, sort: 'deadline' }));
    expect(await ids()).toEqual((await ids({ sort: 'oldest' })).toReversed());
  });

  it.each([
    ['a stage', { stage: 'in-progress' }, ['lamp']],
    ['a class of categories', { category: '204' }, ['collapse']],
    ['components', { category: '1' }, ['lamp']],
    ['a street', { territory: '320113002' }, ['collapse']],
    ['a grid', { territory: there }, ['collapse']],
    ['a unit', { unit: 'STREET' }, ['lamp']],
    ['what is overdue', { overdue: true }, ['collapse']],
    ['what was warned of', { warned: true }, ['rubbish']],
    ['the ended', { open: false }, ['again']],
    ['an activation', { activation: 'flood' }, ['collapse']],
    ['a category by its Chinese name', { text: '垃圾', sort: 'deadline' }, ['collected', 'again', 'rubbish']],
    ['a category by its English name', { text: 'road coll' }, ['collapse']],
    ['a unit by its name', { text: '属地' }, ['lamp']],
    ['a unit by the middle of its name', { text: '街道' }, ['lamp']],
    ['a category however wide its letters are', { text: ' ＲＯＡＤ coll　' }, ['collapse']],
    ['a window of the map', { bbox: '119.0,32.1,119.2,32.3' }, ['collapse']],
  ])('finds %s', async (_, fields, found) => expect(await ids(fields)).toEqual(found));

  it('finds what lies with one’s own unit, where one handles its cases', async () => {
    const handling = (territory: string, unit?: string): Principal => ({
      actor: officer,
      grants: [{ role: 'handler', territory, ...(unit && { unit }), permissions: ['case.read', 'case.handle'] }],
    });
    expect(await ids({ own: true, sort: 'deadline' }, handling(districtCode, 'STREET'))).toEqual(['lamp']);
    expect(await ids({ own: true }, handling('320113002', 'URBAN'))).toEqual(['collapse']);
    expect(await ids({ own: true }, handling('320113002', 'STREET'))).toEqual([]);
    expect(await ids({ own: true })).toEqual([]);
  });

  it('shows units by code and name, and the rates of each', async () => {
    const { items } = await list({ unit: 'STREET' });
    expect(items).toMatchObject([{ unit: 'STREET', unitName: '属地街道' }]);
    const { steps } = await ask<CaseDetails>(contracts.fill(contracts.GetCase, { caseId: 'lamp' }));
    expect(steps.map(({ unit, unitName }) => [unit, unitName])).toContainEqual(['STREET', '属地街道']);
    const query = contracts.fill(contracts.CaseRates, { from: '2026-03', by: 'unit' });
    const { rows } = await ask<{ rows: contracts.CaseRatesRow[] }>(query);
    expect(rows.map(({ key, unitName }) => [key, unitName])).toContainEqual(['URBAN', '区城管局']);
  });

  it('counts what matches', async () => {
    const { total, facets } = await list({ facets: true, limit: 1 });
    expect(total).toBe(5);
    expect(facets?.['stage']).toContainEqual({ value: 'filed', count: 2 });
    expect(facets?.['streetCode']).toContainEqual({ value: '320113002', count: 1 });
    expect(facets?.['overdue']).toContainEqual({ value: true, count: 1 });
  });

  it('pages through all, each once', async () => {
    const first = await list({ limit: 3 });
    expect([...first.items, ...(await list({ limit: 3, cursor: first.next })).items]).toHaveLength(5);
  });

  it('shows a reader only what lies in the territories held', async () => {
    expect(await ids({}, reader('320113002'))).toEqual(['collapse']);
    expect(await ids({ territory: '320113001' }, reader('320113002'))).toEqual([]);
    expect(await ids({}, { actor: officer, grants: [] })).toEqual([]);
    expect(await ask(contracts.fill(contracts.GetCase, { caseId: 'rubbish' }), reader('320113002'))).toBeUndefined();
  });

  it('opens what was written for who may see it, and for nobody else', async () => {
    const query = contracts.fill(contracts.GetCase, { caseId: 'lamp' });
    const open = await ask<CaseDetails & { _version: number }>(query);
    expect(open).toMatchObject({ caseId: 'lamp', _version: 3, report: { status: 'open', value: 'text of text' } });
    expect(open.steps.map(({ text }) => text?.status)).toEqual([undefined, undefined, 'open', undefined]);
    const shut = await ask<CaseDetails>(query, reader(districtCode, ['case.read']));
    expect([shut.report, shut.steps[2]?.text]).toEqual([{ status: 'withheld' }, { status: 'withheld' }]);
    for (const permission of ['case.handle', 'case.dispatch'] as const) {
      const { report, steps } = await ask<CaseDetails>(query, reader(districtCode, ['case.read', permission]));
      expect([report.status, steps[2]?.text?.status]).toEqual(['withheld', 'open']);
    }
    const elsewhere = {
      actor: officer,
      grants: [...reader(districtCode, ['case.read']).grants, ...reader('320113002').grants],
    };
    expect((await ask<CaseDetails>(query, elsewhere)).report).toEqual({ status: 'withheld' });
  });

  it('shows a resident’s words to nobody who merely handles the case', async () => {
    const query = contracts.fill(contracts.GetCase, { caseId: 'again' });
    const handles = await ask<CaseDetails>(query, reader(districtCode, ['case.read', 'case.handle']));
    expect(handles.steps.filter(({ text }) => text).map(({ type, text }) => [type, text?.status])).toEqual([
      ['HandlingReported', 'open'],
      ['CaseReopened', 'withheld'],
    ]);
  });

  it('knows no case that was never opened', async () =>
    expect(await ask(contracts.fill(contracts.GetCase, { caseId: 'none' }))).toBeUndefined());

  it('rates a span of months, by street and in total', async () => {
    const query = contracts.fill(contracts.CaseRates, { from: '2026-03', to: '2026-04' });
    const { rows } = await ask<{ rows: contracts.CaseRatesRow[] }>(query);
    expect(rows.map(({ key, due }) => [key, due])).toEqual([
      ['320113001', 0],
      ['320113002', 1],
      ['total', 1],
    ]);
    expect(rows[0]?.closing.percent).toBeNull();
    expect(rows[1]?.closing.percent).toBe(0);
    const mine = await ask<{ rows: contracts.CaseRatesRow[] }>(query, reader('320113001'));
    expect(mine.rows.map(({ key }) => key)).toEqual(['320113001', 'total']);
    const before = contracts.fill(contracts.CaseRates, { from: '2026-02', by: 'unit' });
    expect(await ask(before)).toMatchObject({ rows: [{ key: 'total', due: 0, closing: { percent: null } }] });
  });

  it('gives the catalogue and the calendar in effect, or the one asked for', async () => {
    const asked = <A>(type: new () => object, fields: object) =>
      ask<A>(Object.assign(new type(), { districtCode, ...fields }));
    expect(await asked(contracts.GetCatalogue, {})).toMatchObject({ edition: 'default-1', districtCode });
    expect(await asked(contracts.GetCatalogue, { edition: 'default-1' })).toMatchObject({ edition: 'default-1' });
    expect(await asked(contracts.GetCatalogue, { edition: 'other' })).toBeUndefined();
    expect(await asked(contracts.GetCalendar, {})).toMatchObject({ version: 'cn-2026.1' });
    const before = await ask(contracts.fill(contracts.GetCatalogue, { districtCode }), all, at('2026-01-01T00:00'));
    expect(before).toBeUndefined();
  });
});
