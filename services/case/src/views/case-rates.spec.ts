import { beforeEach, describe, expect, it } from '@jest/globals';
import * as contracts from '@panshi/contracts';
import { district, filed } from '../../test/district.ts';
import { at, command, handler, officer, reporter } from '../../test/names.ts';
import type { World } from '../../test/world.ts';
import { caseBoard } from './case-board.view.ts';
import type { CaseRatesDocument } from './case-rates.document.ts';
import { caseRates } from './case-rates.view.ts';

const caseId = 'c-1';
const here = '2026-03 320113001 URBAN';

describe('the figures of a month, a street and a unit', () => {
  let world: World;
  const of = (id: string): CaseRatesDocument | undefined => world.documents(caseRates).get(id);
  const does = (by: typeof officer | typeof handler, type: new () => object, fields: object = {}) =>
    world.execute(command(type, { caseId, ...fields }), by);
  const close = async () => {
    await does(handler, contracts.ReportBack, { result: '已清运' });
    await does(officer, contracts.VerifyCase, { passed: true });
  };
  beforeEach(async () => {
    world = await district();
    await filed(world, caseId);
    await does(officer, contracts.DispatchCase);
  });

  it('count a case as due when it is closed, in time', async () => {
    await does(handler, contracts.AcceptCase);
    expect(of(here)).toMatchObject({ due: 0, accepted: 1, responded: 1 });
    await close();
    expect(of(here)).toMatchObject({ due: 1, closed: 1, onTime: 1, checks: 1, reworks: 0 });
    await does(officer, contracts.EvaluateCase, { satisfaction: 4 });
    expect(of(here)).toMatchObject({ evaluated: 1, satisfied: 1 });
  });

  it('count it as due when its deadline passes, and once only when it is closed late', async () => {
    await does(handler, contracts.AcceptCase);
    await world.until(at('2026-03-02T16:00'));
    expect(of(here)).toMatchObject({ due: 1, closed: 0 });
    await close();
    expect(of(here)).toMatchObject({ due: 1, closed: 1, onTime: 0 });
  });

  it('count a late acceptance as no response in time', async () => {
    world.now = at('2026-03-02T15:30');
    await does(handler, contracts.AcceptCase);
    expect(of(here)).toMatchObject({ accepted: 1, responded: 0 });
  });

  it('count what is suspended as due and deferred, until it is resumed', async () => {
    await does(officer, contracts.SuspendCase, { reason: 'weather' });
    expect(of(here)).toMatchObject({ due: 1, deferred: 1 });
    await does(officer, contracts.ResumeCase);
    expect(of(here)).toMatchObject({ due: 0, deferred: 0 });
  });

  it('forget a case that is reopened', async () => {
    await does(handler, contracts.AcceptCase);
    await close();
    await does(reporter, contracts.ReopenCase, { reason: '未清' });
    expect(of(here)).toMatchObject({ due: 0, closed: 0, onTime: 0 });
    await world.until(at('2026-03-03T16:00'));
    expect(of(here)).toMatchObject({ due: 1 });
  });

  it('keep an overdue case that is withdrawn, so that nobody withdraws it from them', async () => {
    await world.until(at('2026-03-02T16:00'));
    await does(officer, contracts.WithdrawCase, { reason: 'moot' });
    expect(of(here)).toMatchObject({ due: 1, closed: 0 });
  });

  it('keep an overdue case that is linked and unlinked, and count it once however late', async () => {
    await filed(world, 'c-2', { gridCode: '320113002001001' });
    await world.until(at('2026-03-02T16:00'));
    await does(officer, contracts.LinkDuplicateCase, { duplicateOf: 'c-2' });
    expect(of(here)).toMatchObject({ due: 1 });
    await world.until(at('2026-03-10T16:00'));
    await does(officer, contracts.UnlinkDuplicateCase);
    expect(world.documents(caseBoard).get(caseId)).toMatchObject({ overdue: true, deadline: at('2026-03-02T14:30') });
    await world.until(at('2026-03-10T17:00'));
    expect(of(here)).toMatchObject({ due: 1 });
    expect(world.documents(caseBoard).get(caseId)).toMatchObject({ overdue: true, escalated: 'district' });
    await does(handler, contracts.AcceptCase);
    await close();
    expect(of(here)).toMatchObject({ due: 1, closed: 1, onTime: 0 });
  });

  it('count a case whose deadline passed while it was a duplicate, once it is unlinked', async () => {
    await filed(world, 'c-2', { gridCode: '320113002001001' });
    await does(officer, contracts.LinkDuplicateCase, { duplicateOf: 'c-2' });
    await world.until(at('2026-03-10T16:00'));
    expect(of(here)?.due ?? 0).toBe(0);
    await does(officer, contracts.UnlinkDuplicateCase);
    await world.until(at('2026-03-10T16:01'));
    expect(of(here)).toMatchObject({ due: 1 });
  });

  it('count an overdue case for the unit it fell due with, and a closed one for the unit that closed it', async () => {
    await world.until(at('2026-03-02T16:00'));
    await does(officer, contracts.DispatchCase, { unit: 'STREET' });
    expect(of(here)).toMatchObject({ due: 1 });
    await does(handler, contracts.AcceptCase);
    await close();
    expect(of(here)).toMatchObject({ due: 0, closed: 0 });
    expect(of('2026-03 320113001 STREET')).toMatchObject({ due: 1, closed: 1, onTime: 0 });
  });

  it('count the first extension of a case, not the second', async () => {
    await does(handler, contracts.AcceptCase);
    for (const _ of [1, 2]) {
      await does(handler, contracts.RequestExtension, { amount: 1, reason: '下雨' });
      await does(officer, contracts.GrantExtension);
    }
    expect(of(here)).toMatchObject({ extended: 1 });
  });

  it('count checks that failed', async () => {
    await does(handler, contracts.AcceptCase);
    await does(handler, contracts.ReportBack, { result: '已清运' });
    await does(officer, contracts.VerifyCase, { passed: false });
    expect(of(here)).toMatchObject({ checks: 1, reworks: 1 });
  });

  it('belong to the month of China’s calendar in which the deadline lies', async () => {
    world.now = at('2026-03-31T17:00');
    await filed(world, 'c-2', { categoryCode: '20402' });
    await world.until(at('2026-04-02T09:00'));
    expect(of('2026-03 320113001 URBAN')).toMatchObject({ due: 2 });
    world.now = at('2026-03-31T23:00');
    await filed(world, 'c-3', { categoryCode: '20402' });
    await world.until(at('2026-04-02T10:00'));
    expect(of('2026-04 320113001 URBAN')).toMatchObject({ due: 1 });
  });
});
