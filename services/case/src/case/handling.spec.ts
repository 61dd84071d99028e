import { describe, it } from '@jest/globals';
import { scenario } from '@panshi/testing';
import { caseId, course, dispatchedTo, happened, when } from '../../test/examples.ts';
import { at, gridCode } from '../../test/names.ts';
import { caseFold } from './case.fold.ts';
import { acceptCase, dispatchCase, reportBack, returnCase } from './handling.decisions.ts';

const { given } = scenario(caseFold);
const unit = 'URBAN';
const about = { caseId, gridCode, unit };
const morning = when('2026-03-02T09:00');
const byHandler = when('2026-03-02T09:00', 'handler');

describe('handling', () => {
  it('is dispatched to the unit the catalogue names, unless told otherwise', () => {
    given(...course.filed)
      .when(dispatchCase, { caseId }, when('2026-03-02T09:10'))
      .then(happened.dispatched as never);
    given(...course.filed)
      .when(dispatchCase, { caseId, unit: 'STREET' }, morning)
      .thenLike({ type: 'CaseDispatched', data: { unit: 'STREET' } });
  });

  it('is dispatched to its own grid, whose leader then handles it', () => {
    const dispatched = given(...course.filed).when(dispatchCase, { caseId, unit: gridCode }, morning);
    dispatched.thenLike({ type: 'CaseDispatched', data: { unit: gridCode, unitName: '所在网格' } });
    const there = given(...course.filed, dispatchedTo(gridCode));
    const leader = (territory: string) => when('2026-03-02T09:20', 'leader', [{ unit: territory, territory }]);
    there.when(acceptCase, { caseId }, leader(gridCode)).thenLike({ type: 'CaseAccepted', data: { unit: gridCode } });
    there.when(acceptCase, { caseId }, leader('320113001001002')).thenRejected('case.other-unit', { unit: gridCode });
  });

  it.each(['PARKS', '320113001001002'])('is not dispatched to %s, which no unit of the catalogue is', (unknown) =>
    given(...course.filed)
      .when(dispatchCase, { caseId, unit: unknown }, morning)
      .thenRejected('case.unit-unknown', { unit: unknown, edition: 'default-1' }),
  );

  it('is not dispatched twice to a unit, but to another one until the first accepts', () => {
    given(...course.dispatched)
      .when(dispatchCase, { caseId }, morning)
      .then();
    given(...course.dispatched)
      .when(dispatchCase, { caseId, unit: 'STREET' }, morning)
      .thenLike({ type: 'CaseDispatched', data: { unit: 'STREET' } });
    given(...course.inProgress)
      .when(dispatchCase, { caseId, unit: 'STREET' }, morning)
      .thenRejected('case.wrong-stage');
  });

  it.each([
    ['2026-03-02T14:39', true],
    ['2026-03-02T14:40', false],
  ])('is accepted at %s: in time %s', (now, inTime) =>
    given(...course.dispatched)
      .when(acceptCase, { caseId }, when(now, 'handler'))
      .thenLike({
        type: 'CaseAccepted',
        data: { ...about, acceptedBy: 'handler', inTime },
      }),
  );

  it.each([
    ['handles cases for no unit', []],
    ['handles cases for another unit', [{ unit: 'WATER', territory: '320113' }]],
    ['handles cases for that unit in another street', [{ unit, territory: '320113002' }]],
    ['leads its grid, where it lies with a unit', [{ unit: gridCode, territory: gridCode }]],
  ])('is neither accepted, returned nor reported on by who %s', (_, handlesFor) => {
    const other = when('2026-03-02T09:20', 'other', handlesFor);
    given(...course.dispatched)
      .when(acceptCase, { caseId }, other)
      .thenRejected('case.other-unit', { unit });
    given(...course.dispatched)
      .when(returnCase, { caseId, reason: 'wrong-unit' }, other)
      .thenRejected('case.other-unit');
    given(...course.inProgress)
      .when(reportBack, { caseId, result: '已清运' }, other)
      .thenRejected('case.other-unit');
  });

  it('leaves an urgent case one natural hour to be accepted', () => {
    const urgent = { ...happened.filed, data: { ...happened.filed.data, urgent: true } } as typeof happened.filed;
    given(happened.opened, urgent)
      .when(dispatchCase, { caseId }, when('2026-03-02T22:00'))
      .thenLike({ type: 'CaseDispatched', data: { respondBy: at('2026-03-02T23:00') } });
  });

  it('goes back to be dispatched when the unit returns it', () => {
    const returned = given(...course.inProgress).when(returnCase, { caseId, reason: 'wrong-unit' }, byHandler);
    returned.then({
      type: 'CaseReturned',
      data: { ...about, reason: 'wrong-unit', returnedAt: at('2026-03-02T09:00') },
    });
    given(...course.filed)
      .when(returnCase, { caseId, reason: 'wrong-unit' }, byHandler)
      .thenRejected('case.wrong-stage');
  });

  it('is reported back only by who has accepted it', () => {
    const report = { caseId, result: '已清运' };
    given(...course.inProgress)
      .when(reportBack, report, when('2026-03-02T11:00', 'handler'))
      .then({
        type: 'HandlingReported',
        data: { ...about, reportedAt: at('2026-03-02T11:00'), reportedBy: 'handler', result: '已清运' },
      });
    given(...course.dispatched)
      .when(reportBack, report)
      .thenRejected('case.wrong-stage', { needed: 'in-progress' });
  });
});
