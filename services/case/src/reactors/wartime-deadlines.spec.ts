import { beforeEach, describe, expect, it } from '@jest/globals';
import {
  AcceptCase,
  ApplyDeadlineModifier,
  DispatchCase,
  LinkDuplicateCase,
  ReopenCase,
  ReportBack,
  UnlinkDuplicateCase,
  VerifyCase,
} from '@panshi/contracts';
import { district, filed, report } from '../../test/district.ts';
import { at, command, districtCode, handler, officer, reporter } from '../../test/names.ts';
import { activate, changeScope, recordStandDown, standDown } from '../../test/wartime.ts';
import type { World } from '../../test/world.ts';
import type { CaseDocument } from '../views/case-board.document.ts';
import { caseBoard } from '../views/case-board.view.ts';

const here = '320113001001001';
const there = '320113002001001';
const ordinary = at('2026-03-02T14:30');

describe('wartime and the deadlines of cases', () => {
  let world: World;
  const of = (caseId: string): CaseDocument => world.documents(caseBoard).get(caseId)!;
  beforeEach(async () => {
    world = await district();
    await filed(world, 'here');
    await filed(world, 'there', { gridCode: there });
    await filed(world, 'bin', { categoryCode: '10303' });
  });

  it('an activation modifies the open cases in its scope that its plan speaks of, and no others', async () => {
    await activate(world, 'flood', ['320113001']);
    expect(of('here')).toMatchObject({
      deadline: at('2026-03-02T11:00'),
      deadlineRule: 'shortened',
      modifiers: ['flood'],
    });
    expect(of('there')).toMatchObject({ deadline: ordinary, modifiers: [] });
    expect(of('bin')).toMatchObject({ deadline: ordinary, modifiers: [] });
  });

  it('a case filed during an activation is modified when it is filed, not before', async () => {
    await report(world, 'new');
    await activate(world, 'flood', [districtCode]);
    expect(of('new')).toMatchObject({ stage: 'collected', modifiers: [] });
    await filed(world, 'newer');
    expect(of('newer')).toMatchObject({ deadline: at('2026-03-02T11:00'), modifiers: ['flood'] });
  });

  it('of two activations the earliest deadline holds, and a stand-down removes only its own', async () => {
    await activate(world, 'flood', [districtCode]);
    await activate(world, 'typhoon', [districtCode], [{ categoryPrefix: '', effect: 'shorten', hours: 1 }]);
    expect(of('here')).toMatchObject({ deadline: at('2026-03-02T10:00'), modifiers: ['flood', 'typhoon'] });
    await standDown(world, 'typhoon');
    expect(of('here')).toMatchObject({ deadline: at('2026-03-02T11:00'), modifiers: ['flood'] });
    expect(of('bin')).toMatchObject({ deadline: ordinary, modifiers: [] });
    await standDown(world, 'flood');
    expect(of('here')).toMatchObject({ deadline: ordinary, deadlineRule: 'ordinary', modifiers: [] });
  });

  it('a duplicate is modified when it is unlinked, as what is on by then would have it', async () => {
    await activate(world, 'flood', [districtCode]);
    await world.execute(command(LinkDuplicateCase, { caseId: 'here', duplicateOf: 'bin' }), officer);
    await standDown(world, 'flood');
    await activate(world, 'typhoon', [districtCode], [{ categoryPrefix: '', effect: 'shorten', hours: 1 }]);
    expect(of('here').modifiers).toEqual(['flood']);
    await world.execute(command(UnlinkDuplicateCase, { caseId: 'here' }), officer);
    await world.settle();
    expect(of('here')).toMatchObject({ deadline: at('2026-03-02T10:00'), modifiers: ['typhoon'] });
  });

  it('a paused time does not count once the activation is over', async () => {
    await activate(world, 'epidemic', [districtCode], [{ categoryPrefix: '', effect: 'pause' }]);
    expect(of('here')).toMatchObject({ deadline: undefined, deadlineRule: 'paused' });
    world.now = at('2026-03-04T09:00');
    await standDown(world, 'epidemic');
    expect(of('here')).toMatchObject({ deadline: at('2026-03-04T14:30') });
  });

  it('a scope that widens takes cases in, one that narrows lets them go', async () => {
    await activate(world, 'flood', ['320113001']);
    await changeScope(world, 'flood', {
      scope: ['320113001', '320113002'],
      added: ['320113002'],
      removed: [],
      cause: 'widened',
    });
    expect(of('there').modifiers).toEqual(['flood']);
    await changeScope(world, 'flood', { scope: ['320113002'], added: [], removed: ['320113001'], cause: 'narrowed' });
    expect(of('here')).toMatchObject({ deadline: ordinary, modifiers: [] });
    expect(of('there').modifiers).toEqual(['flood']);
  });

  it('a grid split during an activation stays in it, with the cases that carry its old code', async () => {
    await activate(world, 'flood', [here]);
    const parts = ['320113001001008', '320113001001009'];
    await changeScope(world, 'flood', { scope: parts, added: parts, removed: [here], cause: 'grids-replaced' });
    expect(of('here').modifiers).toEqual(['flood']);
    await filed(world, 'old-code');
    await filed(world, 'new-code', { gridCode: parts[1]! });
    expect([of('old-code').modifiers, of('new-code').modifiers]).toEqual([['flood'], ['flood']]);
  });

  it('a modifier recorded after the stand-down it did not know of is taken away again', async () => {
    await activate(world, 'flood', ['320113002']);
    recordStandDown(world, 'flood');
    await world.execute(
      command(ApplyDeadlineModifier, { caseId: 'here', activationId: 'flood', effect: 'shorten', hours: 1 }),
    );
    expect(of('here').modifiers).toEqual(['flood']);
    await world.settle();
    expect(of('here')).toMatchObject({ deadline: ordinary, modifiers: [] });
    expect(of('there')).toMatchObject({ deadline: ordinary, modifiers: [] });
  });

  it('a closed case keeps what it was judged by; reopened, it falls under the activation again', async () => {
    await activate(world, 'flood', [districtCode]);
    const caseId = 'here';
    await world.execute(command(DispatchCase, { caseId }), officer);
    await world.execute(command(AcceptCase, { caseId }), handler);
    await world.execute(command(ReportBack, { caseId, result: '已清运' }), handler);
    world.now = at('2026-03-02T11:30');
    await world.execute(command(VerifyCase, { caseId, passed: true }), officer);
    expect(of(caseId)).toMatchObject({ stage: 'closed', onTime: false, modifiers: ['flood'] });
    await world.execute(command(ReopenCase, { caseId, reason: '又堆上了' }), reporter);
    expect(of(caseId)).toMatchObject({ modifiers: [], onTime: undefined });
    await world.settle();
    expect(of(caseId)).toMatchObject({ modifiers: ['flood'], deadline: at('2026-03-02T13:30') });
  });
});
