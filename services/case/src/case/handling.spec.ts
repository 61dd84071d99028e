import { describe, it } from '@jest/globals';
import { scenario } from '@panshi/testing';
import { caseId, course, happened, when } from '../../test/examples.ts';
import { at, gridCode } from '../../test/names.ts';
import { caseFold } from './case.fold.ts';
import { acceptCase, dispatchCase, reportBack, returnCase } from './handling.decisions.ts';

const { given } = scenario(caseFold);
const unit = '区城管局';
const about = { caseId, gridCode, unit };
const morning = when('2026-03-02T09:00');

describe('handling', () => {
  it('is dispatched to the unit the catalogue names, unless told otherwise', () => {
    given(...course.filed)
      .when(dispatchCase, { caseId }, when('2026-03-02T09:10'))
      .then(happened.dispatched as never);
    given(...course.filed)
      .when(dispatchCase, { caseId, unit: '属地街道' }, morning)
      .thenLike({ type: 'CaseDispatched', data: { unit: '属地街道' } });
  });

  it('is not dispatched twice to a unit, but to another one until the first accepts', () => {
    given(...course.dispatched)
      .when(dispatchCase, { caseId }, morning)
      .then();
    given(...course.dispatched)
      .when(dispatchCase, { caseId, unit: '属地街道' }, morning)
      .thenLike({ type: 'CaseDispatched', data: { unit: '属地街道' } });
    given(...course.inProgress)
      .when(dispatchCase, { caseId, unit: '属地街道' }, morning)
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

  it('leaves an urgent case one natural hour to be accepted', () => {
    const urgent = { ...happened.filed, data: { ...happened.filed.data, urgent: true } } as typeof happened.filed;
    given(happened.opened, urgent)
      .when(dispatchCase, { caseId }, when('2026-03-02T22:00'))
      .thenLike({ type: 'CaseDispatched', data: { respondBy: at('2026-03-02T23:00') } });
  });

  it('goes back to be dispatched when the unit returns it', () => {
    const returned = given(...course.inProgress).when(returnCase, { caseId, reason: 'wrong-unit' }, morning);
    returned.then({
      type: 'CaseReturned',
      data: { ...about, reason: 'wrong-unit', returnedAt: at('2026-03-02T09:00') },
    });
    given(...course.filed)
      .when(returnCase, { caseId, reason: 'wrong-unit' }, morning)
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
