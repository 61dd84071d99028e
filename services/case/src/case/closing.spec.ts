import { describe, expect, it } from '@jest/globals';
import type { CaseEvent } from '@panshi/contracts';
import { scenario } from '@panshi/testing';
import { caseId, course, happened, ordinary, when } from '../../test/examples.ts';
import { at, gridCode } from '../../test/names.ts';
import { caseFold } from './case.fold.ts';
import { evaluateCase, reopenCase, verifyCase } from './closing.decisions.ts';

const { given } = scenario(caseFold);
const unit = 'URBAN';
const about = { caseId, gridCode, unit };
const morning = when('2026-03-02T09:00');

describe('verifying', () => {
  it('closes what passed, on time until the very deadline', () => {
    given(...course.reported)
      .when(verifyCase, { caseId, passed: true }, when('2026-03-02T11:30'))
      .then(happened.closed as never);
    given(...course.reported)
      .when(verifyCase, { caseId, passed: true }, when('2026-03-02T14:30'))
      .thenLike({ type: 'CaseClosed', data: { onTime: false } });
  });

  it('judges by the deadline in force at closing', () =>
    given(...course.reported, happened.shortened)
      .when(verifyCase, { caseId, passed: true }, when('2026-03-02T11:30'))
      .thenLike({
        type: 'CaseClosed',
        data: {
          onTime: false,
          counted: { unit, dueAt: at('2026-03-02T11:00') },
          deadline: expect.objectContaining({ rule: 'shortened' }) as object,
        },
      }));

  it('counts an overdue case where it is closed, and no longer where it fell due', () =>
    given(...course.reported, happened.overdue)
      .when(verifyCase, { caseId, passed: true }, when('2026-03-02T16:00'))
      .thenLike({
        type: 'CaseClosed',
        data: { onTime: false, figures: { uncounted: { unit, dueAt: ordinary.dueAt } } },
      }));

  it('sends back what failed', () =>
    given(...course.reported)
      .when(verifyCase, { caseId, passed: false, note: '仍有残留' }, when('2026-03-02T11:30'))
      .then({
        type: 'ReworkOrdered',
        data: {
          ...about,
          orderedAt: at('2026-03-02T11:30'),
          verifiedBy: 'officer',
          respondBy: at('2026-03-02T17:00'),
          note: '仍有残留',
        },
      }));

  it('is not done by who accepted the case, though another reported', () => {
    const accepted = { ...happened.accepted, data: { ...happened.accepted.data, acceptedBy: 'clerk' } } as CaseEvent;
    given(happened.opened, happened.filed, happened.dispatched, accepted, happened.answered)
      .when(verifyCase, { caseId, passed: true }, when('2026-03-02T11:30', 'clerk'))
      .thenRejected('case.verified-by-handler');
  });

  it('is followed by an evaluation of somebody who did not handle it', () =>
    given(...course.closed)
      .when(evaluateCase, { caseId, satisfaction: 5 }, when('2026-03-02T12:30', 'handler'))
      .thenRejected('case.handled-by-evaluator'));

  it('is followed by an evaluation of another unit, though its colleague holds both roles', () => {
    const evaluatedBy = (...territories: readonly string[]) =>
      given(...course.closed).when(
        evaluateCase,
        { caseId, satisfaction: 5 },
        when(
          '2026-03-02T12:30',
          'colleague',
          territories.map((territory) => ({ unit, territory })),
        ),
      );
    evaluatedBy(gridCode.slice(0, 6)).thenRejected('case.evaluated-by-own-unit', { unit });
    evaluatedBy('320114').thenLike({ type: 'CaseEvaluated', data: { satisfaction: 5 } });
  });

  it('is not done by who reported the result', () =>
    given(...course.reported)
      .when(verifyCase, { caseId, passed: true }, when('2026-03-02T11:30', 'handler'))
      .thenRejected('case.verified-by-handler'));

  it('is not done by another handler of the unit that has it, though they hold both roles', () =>
    given(...course.reported)
      .when(
        verifyCase,
        { caseId, passed: true },
        when('2026-03-02T11:30', 'colleague', [{ unit, territory: gridCode.slice(0, 6) }]),
      )
      .thenRejected('case.verified-by-own-unit', { unit }));

  it('comes after the report', () =>
    given(...course.inProgress)
      .when(verifyCase, { caseId, passed: true }, morning)
      .thenRejected('case.wrong-stage'));
});

describe('afterwards', () => {
  it('a closed case is evaluated once', () => {
    const evaluated = {
      type: 'CaseEvaluated',
      data: { ...about, satisfaction: 5, evaluatedAt: at('2026-03-02T09:00') },
    } as const;
    given(...course.closed)
      .when(evaluateCase, { caseId, satisfaction: 5 }, morning)
      .then(evaluated);
    given(...course.closed, evaluated)
      .when(evaluateCase, { caseId, satisfaction: 1 }, morning)
      .thenRejected('case.wrong-stage');
    given(...course.reported)
      .when(evaluateCase, { caseId, satisfaction: 1 }, morning)
      .thenRejected('case.wrong-stage');
  });

  it('who recorded the report has it reopened; its limit runs anew', () =>
    given(...course.closed)
      .when(reopenCase, { caseId, reason: '又堆上了' }, when('2026-03-03T09:00', 'reporter'))
      .then({
        type: 'CaseReopened',
        data: {
          ...about,
          categoryCode: '20101',
          reopenedAt: at('2026-03-03T09:00'),
          wasOnTime: true,
          deadline: { rule: 'ordinary', dueAt: at('2026-03-03T14:30'), warnAt: at('2026-03-03T12:00') },
          counted: { unit, dueAt: ordinary.dueAt },
          reason: '又堆上了',
        },
      }));

  it('the colleague it was recorded for has it reopened too', () => {
    const [opened, ...rest] = course.closed;
    given({ ...opened, data: { ...opened.data, onBehalfOf: 'colleague' } } as CaseEvent, ...rest)
      .when(reopenCase, { caseId, reason: '又堆上了' }, when('2026-03-03T09:00', 'colleague'))
      .thenLike({ type: 'CaseReopened', data: { reason: '又堆上了' } });
  });

  it('others reopen it only for the reporter, and say so', () => {
    const reopen = { caseId, reason: '又堆上了' };
    given(...course.closed)
      .when(reopenCase, reopen, when('2026-03-03T09:00'))
      .thenRejected('case.not-the-reporter');
    const told = { ...reopen, onBehalfOf: 'reporter', onBehalfReason: 'telephoned' as const };
    given(...course.closed)
      .when(reopenCase, told, when('2026-03-03T09:00'))
      .thenLike({ type: 'CaseReopened', data: { onBehalfOf: 'reporter', onBehalfReason: 'telephoned' } });
    given(...course.closed)
      .when(reopenCase, { ...told, onBehalfOf: 'handler' }, when('2026-03-03T09:00'))
      .thenRejected('case.not-the-reporter');
  });

  it('on behalf is on somebody’s: a colleague who is named, or the resident, never one and the other', () => {
    const reopen = { caseId, reason: '又堆上了' };
    given(...course.closed)
      .when(reopenCase, { ...reopen, onBehalfReason: 'other' as const }, when('2026-03-03T09:00'))
      .thenRejected('case.on-behalf-of-whom');
    const both = { onBehalfOf: 'reporter', onBehalfReason: 'resident-telephoned' as const };
    given(...course.closed)
      .when(reopenCase, { ...reopen, ...both }, when('2026-03-03T09:00'))
      .thenRejected('case.on-behalf-of-whom');
  });

  it('a resident has reopened what a resident reported, and nothing else', () => {
    const reopen = { caseId, reason: '又堆上了', onBehalfReason: 'resident-telephoned' as const };
    const [opened, ...rest] = course.closed;
    given({ ...opened, data: { ...opened.data, channel: 'hotline' } } as CaseEvent, ...rest)
      .when(reopenCase, reopen, when('2026-03-03T09:00'))
      .thenLike({ type: 'CaseReopened', data: { onBehalfReason: 'resident-telephoned' } });
    given(...course.closed)
      .when(reopenCase, reopen, when('2026-03-03T09:00'))
      .thenRejected('case.not-the-reporter');
  });

  it.each([
    ['2026-03-17T11:30', true],
    ['2026-03-17T11:31', false],
  ])('within fifteen days: at %s %s', (now, allowed) => {
    const reopened = given(...course.closed).when(reopenCase, { caseId, reason: '又堆上了' }, when(now, 'reporter'));
    if (allowed) reopened.thenLike({ type: 'CaseReopened', data: {} });
    else reopened.thenRejected('case.reopening-too-late', { until: at('2026-03-17T11:30') });
  });

  it('only a closed case is reopened', () =>
    given(...course.reported)
      .when(reopenCase, { caseId, reason: '又堆上了' }, when('2026-03-03T09:00', 'reporter'))
      .thenRejected('case.wrong-stage'));
});
