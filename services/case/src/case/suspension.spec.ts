import { describe, it } from '@jest/globals';
import { scenario } from '@panshi/testing';
import { caseId, course, happened, ordinary, when } from '../../test/examples.ts';
import { at, gridCode } from '../../test/names.ts';
import { caseFold } from './case.fold.ts';
import { requestExtension } from './extension.decisions.ts';
import { acceptCase, dispatchCase, reportBack, returnCase } from './handling.decisions.ts';
import { resumeCase, superviseCase, suspendCase } from './suspension.decisions.ts';

const { given } = scenario(caseFold);
const unit = 'URBAN';
const about = { caseId, gridCode, unit };
const due = { unit, dueAt: ordinary.dueAt };

describe('a suspension', () => {
  const suspend = { caseId, reason: 'weather' } as const;

  it('stops the clock, and the case counts as deferred', () =>
    given(...course.inProgress)
      .when(suspendCase, suspend, when('2026-03-02T10:00'))
      .then({
        type: 'CaseSuspended',
        data: {
          ...about,
          reason: 'weather',
          suspendedAt: at('2026-03-02T10:00'),
          deadline: { rule: 'suspended' },
          figures: { deferred: due },
        },
      }));

  it('does not count: the deadline moves by the working time lost', () =>
    given(...course.inProgress, happened.suspended)
      .when(resumeCase, { caseId }, when('2026-03-04T10:00'))
      .then({
        type: 'CaseResumed',
        data: {
          ...about,
          resumedAt: at('2026-03-04T10:00'),
          deadline: { rule: 'ordinary', dueAt: at('2026-03-04T14:30'), warnAt: at('2026-03-04T12:00') },
          figures: { undeferred: due },
        },
      }));

  it('saves no deadline that has passed, and is not for imminent danger', () => {
    given(...course.inProgress)
      .when(suspendCase, suspend, when('2026-03-02T14:30'))
      .thenRejected('case.deadline-passed');
    const urgent = { ...happened.filed, data: { ...happened.filed.data, urgent: true } } as typeof happened.filed;
    given(happened.opened, urgent)
      .when(suspendCase, suspend, when('2026-03-02T10:00'))
      .thenRejected('case.urgent-not-suspended');
  });

  it('must end before anything else is done', () => {
    const now = when('2026-03-02T10:30');
    const handled = given(...course.inProgress, happened.suspended);
    handled.when(suspendCase, suspend, now).thenRejected('case.suspended');
    handled.when(returnCase, { caseId, reason: 'wrong-unit' }, now).thenRejected('case.suspended');
    handled.when(reportBack, { caseId, result: '已清运' }, now).thenRejected('case.suspended');
    handled.when(requestExtension, { caseId, amount: 1, reason: '下雨' }, now).thenRejected('case.suspended');
    given(...course.filed, happened.suspended)
      .when(dispatchCase, { caseId }, now)
      .thenRejected('case.suspended');
    given(...course.dispatched, happened.suspended)
      .when(acceptCase, { caseId }, now)
      .thenRejected('case.suspended');
  });

  it('ends only where there is one', () =>
    given(...course.inProgress)
      .when(resumeCase, { caseId }, when('2026-03-02T10:00'))
      .thenRejected('case.not-suspended'));

  it('is not for a result that waits to be checked', () =>
    given(...course.reported)
      .when(suspendCase, suspend, when('2026-03-02T11:10'))
      .thenRejected('case.wrong-stage'));
});

describe('supervision', () => {
  it('is put on record while the case runs', () => {
    given(...course.inProgress)
      .when(superviseCase, { caseId, instruction: '今日办结' }, when('2026-03-02T10:00', 'leader'))
      .then({
        type: 'CaseSupervised',
        data: { ...about, supervisedAt: at('2026-03-02T10:00'), supervisedBy: 'leader', instruction: '今日办结' },
      });
    given(...course.closed)
      .when(superviseCase, { caseId, instruction: '今日办结' })
      .thenRejected('case.wrong-stage');
  });
});
