import { beforeEach, describe, expect, it } from '@jest/globals';
import * as contracts from '@panshi/contracts';
import { district, filed, report } from '../../test/district.ts';
import { at, command, handler, officer, reporter } from '../../test/names.ts';
import type { World } from '../../test/world.ts';
import { caseBoard } from './case-board.view.ts';
import { caseFile } from './case-file.view.ts';

const caseId = 'c-1';

describe('a case on the board', () => {
  let world: World;
  const board = () => world.documents(caseBoard).get(caseId)!;
  const does = (by: typeof officer | typeof handler, type: new () => object, fields: object = {}) =>
    world.execute(command(type, { caseId, ...fields }), by);
  const handled = async () => {
    await does(officer, contracts.DispatchCase);
    await does(handler, contracts.AcceptCase);
  };
  beforeEach(async () => {
    world = await district();
  });

  it('is collected before it is filed, with its place and nothing personal', async () => {
    await report(world, caseId);
    expect(board()).toMatchObject({ stage: 'collected', open: true, location: { lon: 118.9, lat: 32.1 }, _version: 0 });
    expect(board().filedAt).toBeUndefined();
    expect(JSON.stringify(board())).not.toMatch(/ciphertext|reporter|pseudonym/);
  });

  it('filed carries category, unit and deadline', async () => {
    await filed(world, caseId);
    expect(board()).toMatchObject({
      stage: 'filed',
      categoryName: '暴露垃圾',
      unit: 'URBAN',
      unitName: '区城管局',
      filedAt: at('2026-03-02T09:00'),
      deadline: at('2026-03-02T14:30'),
      deadlineRule: 'ordinary',
      _version: 1,
    });
  });

  it('counts returns, reworks, extensions, supervisions and reopenings', async () => {
    await filed(world, caseId);
    await handled();
    await does(handler, contracts.ReturnCase, { reason: 'lacking-facts' });
    await handled();
    await does(handler, contracts.RequestExtension, { amount: 2, reason: '下雨' });
    await does(officer, contracts.GrantExtension);
    await does(officer, contracts.SuperviseCase, { instruction: '速办' });
    await does(handler, contracts.ReportBack, { result: '已清运' });
    await does(officer, contracts.VerifyCase, { passed: false });
    await does(handler, contracts.AcceptCase);
    await does(handler, contracts.ReportBack, { result: '已清运' });
    await does(officer, contracts.VerifyCase, { passed: true });
    await does(officer, contracts.EvaluateCase, { satisfaction: 2 });
    expect(board()).toMatchObject({ stage: 'evaluated', onTime: true, satisfaction: 2, open: false });
    await does(reporter, contracts.ReopenCase, { reason: '仍有残留' });
    expect(board()).toMatchObject({
      stage: 'filed',
      open: true,
      returns: 1,
      reworks: 1,
      extensions: 1,
      supervisions: 1,
      reopenings: 1,
    });
    expect([board().onTime, board().closedAt, board().satisfaction]).toEqual([undefined, undefined, undefined]);
  });

  it('shows what the clock found, until the case ends', async () => {
    await filed(world, caseId);
    await world.until(at('2026-03-02T12:10'));
    expect(board()).toMatchObject({ warned: true, overdue: false });
    await world.until(at('2026-03-03T15:00'));
    expect(board()).toMatchObject({ warned: false, overdue: true, escalated: 'street' });
    await does(officer, contracts.WithdrawCase, { reason: 'moot' });
    expect(board()).toMatchObject({ stage: 'withdrawn', overdue: false, open: false });
  });

  it('declined, is no longer open', async () => {
    await report(world, caseId);
    await does(officer, contracts.DeclineCase, { reason: 'unfounded' });
    expect(board()).toMatchObject({ stage: 'declined', open: false });
  });

  it('is as new without an event: nothing is made of what was never opened', () => {
    const [event] = [{ type: 'CaseWithdrawn', data: { caseId }, version: 3 }];
    expect(caseBoard.evolve(undefined, event as never, caseId)).toBeUndefined();
  });
});

describe('the file of a case', () => {
  it('holds each step with who acted, why, and the new deadline, and what was written where it was sealed', async () => {
    const world = await district();
    await filed(world, caseId);
    await world.execute(command(contracts.DispatchCase, { caseId, note: '请尽快' }), officer);
    await world.execute(command(contracts.AcceptCase, { caseId }), handler);
    await world.execute(command(contracts.ReturnCase, { caseId, reason: 'wrong-unit' }), handler);
    const { report: written, steps, ...pinned } = world.documents(caseFile).get(caseId)!;
    expect(written).toMatchObject({ suite: 'A256GCM', at: { stream: 'incident-c-1', field: 'text' } });
    expect(pinned).toMatchObject({ _version: 4, catalogueEdition: 'default-1', calendarVersion: 'cn-2026.1' });
    expect(steps.map(({ type, post }) => [type, post])).toEqual([
      ['CaseOpened', undefined],
      ['CaseFiled', 'officer'],
      ['CaseDispatched', 'officer'],
      ['CaseAccepted', 'handler'],
      ['CaseReturned', 'handler'],
    ]);
    expect(steps[1]).toMatchObject({ deadline: at('2026-03-02T14:30') });
    expect(steps[2]).toMatchObject({
      unit: 'URBAN',
      unitName: '区城管局',
      text: { at: { stream: 'case-c-1', field: 'note' } },
    });
    expect(steps[4]).toMatchObject({ reason: 'wrong-unit' });
    expect(steps[4]?.text).toBeUndefined();
  });

  it('shows who is to grant more time how much is asked for, why, and of what limit', async () => {
    const world = await district();
    await filed(world, caseId);
    await world.execute(command(contracts.DispatchCase, { caseId }), officer);
    await world.execute(command(contracts.AcceptCase, { caseId }), handler);
    await world.execute(command(contracts.RequestExtension, { caseId, amount: 2, reason: '下雨' }), handler);
    await world.execute(command(contracts.GrantExtension, { caseId }), officer);
    const { limit, steps } = world.documents(caseFile).get(caseId)!;
    expect(limit).toEqual({ kind: 'working-hours', amount: 4 });
    expect(steps.slice(-2)).toMatchObject([
      { type: 'ExtensionRequested', amount: 2, text: { at: { field: 'reason' } } },
      { type: 'ExtensionGranted', amount: 2 },
    ]);
  });

  it('says for whom, and why, a case was reopened by somebody else than its reporter', async () => {
    const world = await district();
    await filed(world, caseId);
    await world.execute(command(contracts.DispatchCase, { caseId }), officer);
    await world.execute(command(contracts.AcceptCase, { caseId }), handler);
    await world.execute(command(contracts.ReportBack, { caseId, result: '已清运' }), handler);
    await world.execute(command(contracts.VerifyCase, { caseId, passed: true }), officer);
    const told = { onBehalfOf: reporter.person, onBehalfReason: 'telephoned' as const };
    await world.execute(command(contracts.ReopenCase, { caseId, reason: '仍有残留', ...told }), officer);
    const last = world.documents(caseFile).get(caseId)!.steps.at(-1);
    expect(last).toMatchObject({ type: 'CaseReopened', onBehalfOf: reporter.person, reason: 'telephoned' });
  });
});
