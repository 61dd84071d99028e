import { describe, expect, it } from '@jest/globals';
import { defaultCatalogue } from '../catalogue/default-catalogue.ts';
import { catalogueFold } from '../catalogue/catalogue.ts';
import { scenario } from '@panshi/testing';
import { at, gridCode } from '../../test/names.ts';
import { caseId, course, happened, ordinary, published, when } from '../../test/examples.ts';
import { caseFold } from './case.fold.ts';
import { evaluateCase, reopenCase, verifyCase } from './closing.decisions.ts';
import { linkDuplicateCase, withdrawCase } from './ending.decisions.ts';
import { acceptCase, dispatchCase, reportBack, returnCase } from './handling.decisions.ts';
import { declineCase, fileCase, openCase } from './opening.decisions.ts';

const { given } = scenario(caseFold);
const unit = '区城管局';
const about = { caseId, gridCode, unit };
const morning = when('2026-03-02T09:00');

describe('opening', () => {
  const { openedAt: _, ...fields } = happened.opened.data as Extract<
    typeof happened.opened,
    { type: 'CaseOpened' }
  >['data'];

  it('records what the incident says', () =>
    given()
      .when(openCase, fields, { now: at('2026-03-02T08:50') })
      .then(happened.opened as never));

  it('happens once for an incident', () => given(happened.opened).when(openCase, fields).then());
});

describe('filing', () => {
  const { opened } = happened;

  it('pins edition and calendar, takes the limit from the catalogue and starts the clock', () =>
    given(opened)
      .when(fileCase, { caseId }, morning)
      .then(happened.filed as never));

  it('takes the category as the officer finds it', () =>
    given(opened)
      .when(fileCase, { caseId, categoryCode: '20103' }, morning)
      .thenLike({ type: 'CaseFiled', data: { categoryCode: '20103', limit: { kind: 'working-days', amount: 1 } } }));

  it('counts natural hours where danger is imminent', () =>
    given(opened)
      .when(fileCase, { caseId, categoryCode: '20103', urgent: true }, morning)
      .thenLike({
        type: 'CaseFiled',
        data: {
          urgent: true,
          limit: { kind: 'natural-hours', amount: 24 },
          deadline: { rule: 'ordinary', dueAt: at('2026-03-03T09:00'), warnAt: at('2026-03-03T03:00') },
        },
      }));

  it('leaves urgent what the catalogue says is always urgent', () =>
    given(opened)
      .when(fileCase, { caseId, categoryCode: '20402', urgent: false }, morning)
      .thenLike({ type: 'CaseFiled', data: { urgent: true, limit: { kind: 'natural-hours', amount: 2 } } }));

  it('is refused for a category that the edition does not have', () =>
    given(opened)
      .when(fileCase, { caseId, categoryCode: '29999' }, morning)
      .thenRejected('case.category-unknown', { category: '29999', edition: defaultCatalogue.edition }));

  it('is refused before the district has published a catalogue, or a calendar', () => {
    const only = (part: Partial<typeof published>) => ({
      ...morning,
      facts: { references: new Map([['320113', { ...catalogueFold.initial, ...part }]]) },
    });
    given(opened)
      .when(fileCase, { caseId }, { ...morning, facts: { references: new Map() } })
      .thenRejected('case.no-catalogue');
    given(opened)
      .when(fileCase, { caseId }, only({ calendars: published.calendars }))
      .thenRejected('case.no-catalogue');
    given(opened)
      .when(fileCase, { caseId }, only({ editions: published.editions }))
      .thenRejected('case.no-calendar');
  });

  it('is refused before anything published is in effect', () =>
    given(opened).when(fileCase, { caseId }, when('2026-01-04T09:00')).thenRejected('case.no-catalogue'));

  it('is refused twice, and for what was never opened', () => {
    given(...course.filed)
      .when(fileCase, { caseId }, morning)
      .thenRejected('case.wrong-stage', { stage: 'filed' });
    given().when(fileCase, { caseId }, morning).thenRejected('case.unknown');
  });

  it('may be declined, with a reason', () =>
    given(opened)
      .when(declineCase, { caseId, reason: 'unfounded', note: '现场无垃圾' }, morning)
      .then({
        type: 'CaseDeclined',
        data: { caseId, gridCode, reason: 'unfounded', declinedAt: at('2026-03-02T09:00'), note: '现场无垃圾' },
      }));

  it('is not declined once filed', () =>
    given(...course.filed)
      .when(declineCase, { caseId, reason: 'unfounded' }, morning)
      .thenRejected('case.wrong-stage'));
});

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

  it('is not done by who reported the result', () =>
    given(...course.reported)
      .when(verifyCase, { caseId, passed: true }, when('2026-03-02T11:30', 'handler'))
      .thenRejected('case.verified-by-handler'));

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

  it('others reopen it only for the reporter, and say so', () => {
    const reopen = { caseId, reason: '又堆上了' };
    given(...course.closed)
      .when(reopenCase, reopen, when('2026-03-03T09:00'))
      .thenRejected('case.not-the-reporter');
    given(...course.closed)
      .when(reopenCase, { ...reopen, onBehalfReason: 'telephoned' as const }, when('2026-03-03T09:00'))
      .thenLike({ type: 'CaseReopened', data: { onBehalfReason: 'telephoned' } });
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

describe('ending without closing', () => {
  it('a case is withdrawn until it is closed, and leaves the figures', () => {
    const withdraw = { caseId, reason: 'moot' } as const;
    given(happened.opened)
      .when(withdrawCase, withdraw, morning)
      .thenLike({ type: 'CaseWithdrawn', data: { reason: 'moot' } });
    given(...course.inProgress, happened.overdue)
      .when(withdrawCase, withdraw, morning)
      .thenLike({ type: 'CaseWithdrawn', data: { figures: { uncounted: { unit, dueAt: ordinary.dueAt } } } });
    given(...course.inProgress, happened.suspended)
      .when(withdrawCase, withdraw, morning)
      .thenLike({ type: 'CaseWithdrawn', data: { figures: { undeferred: { unit, dueAt: ordinary.dueAt } } } });
    given(...course.closed)
      .when(withdrawCase, withdraw, morning)
      .thenRejected('case.wrong-stage');
  });

  const link = { caseId, duplicateOf: 'case-0' };
  const facts = (first: { gridCode: string; stage: 'filed' | 'duplicate' } | undefined, vouched = false) => ({
    now: at('2026-03-02T09:00'),
    facts: { first, vouched },
  });

  it('a case is linked to the first one', () =>
    given(...course.filed)
      .when(linkDuplicateCase, link, facts({ gridCode, stage: 'filed' }))
      .then({
        type: 'CaseMarkedDuplicate',
        data: { caseId, gridCode, duplicateOf: 'case-0', markedAt: at('2026-03-02T09:00') },
      }));

  it('but not to itself, to nothing, to another duplicate or to another district', () => {
    const linked = given(...course.filed);
    linked
      .when(linkDuplicateCase, { caseId, duplicateOf: caseId }, facts({ gridCode, stage: 'filed' }))
      .thenRejected('case.duplicate-of-itself');
    linked.when(linkDuplicateCase, link, facts(undefined)).thenRejected('case.first-unknown');
    linked
      .when(linkDuplicateCase, link, facts({ gridCode, stage: 'duplicate' }))
      .thenRejected('case.first-not-standing');
    linked
      .when(linkDuplicateCase, link, facts({ gridCode: '320114001001001', stage: 'filed' }))
      .thenRejected('case.first-in-other-district');
  });

  it('the system’s word is taken for a first case that the views do not know yet', () =>
    given(...course.filed)
      .when(linkDuplicateCase, link, facts(undefined, true))
      .thenLike({ type: 'CaseMarkedDuplicate', data: {} }));
});
