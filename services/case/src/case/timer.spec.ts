import { describe, it } from '@jest/globals';
import { scenario } from '@panshi/testing';
import { caseId, course, happened, ordinary, when } from '../../test/examples.ts';
import { at, gridCode } from '../../test/names.ts';
import { caseFold } from './case.fold.ts';
import { escalateCase, markOverdue, markWarning } from './timer.decisions.ts';

const { given } = scenario(caseFold);
const unit = 'URBAN';
const about = { caseId, gridCode, unit };

describe('the clock', () => {
  const { dueAt } = ordinary;

  it('warns once, when three quarters of the time are gone', () => {
    const warned = { type: 'DeadlineWarned', data: { ...about, dueAt, warnedAt: at('2026-03-02T12:00') } } as const;
    given(...course.inProgress)
      .when(markWarning, { caseId, dueAt }, when('2026-03-02T11:59'))
      .then();
    given(...course.inProgress)
      .when(markWarning, { caseId, dueAt }, when('2026-03-02T12:00'))
      .then(warned);
    given(...course.inProgress, warned)
      .when(markWarning, { caseId, dueAt }, when('2026-03-02T12:01'))
      .then();
  });

  it('marks overdue once, at the deadline, whatever the stage', () => {
    for (const events of [course.filed, course.dispatched, course.inProgress, course.reported]) {
      given(...events)
        .when(markOverdue, { caseId, dueAt }, when('2026-03-02T14:29'))
        .then();
      given(...events)
        .when(markOverdue, { caseId, dueAt }, when('2026-03-02T14:30'))
        .then(happened.overdue as never);
    }
    given(...course.inProgress, happened.overdue)
      .when(markOverdue, { caseId, dueAt }, when('2026-03-02T15:00'))
      .then();
    given(...course.inProgress, happened.overdue)
      .when(markWarning, { caseId, dueAt }, when('2026-03-02T15:00'))
      .then();
  });

  it('looks again: a deadline that has moved since is not marked', () => {
    const late = when('2026-03-02T15:00');
    given(...course.inProgress, happened.shortened)
      .when(markOverdue, { caseId, dueAt }, late)
      .then();
    given(...course.inProgress, happened.suspended)
      .when(markOverdue, { caseId, dueAt }, late)
      .then();
    given(...course.inProgress, happened.suspended)
      .when(markWarning, { caseId, dueAt }, late)
      .then();
    given(...course.closed)
      .when(markOverdue, { caseId, dueAt }, late)
      .then();
  });

  it('goes to the street after eight working hours, and to the district after sixteen more', () => {
    const street = {
      type: 'CaseEscalated',
      data: {
        ...about,
        level: 'street',
        dueAt,
        escalatedAt: at('2026-03-03T14:30'),
        escalateAt: at('2026-03-05T14:30'),
      },
    } as const;
    const first = { caseId, escalateAt: at('2026-03-03T14:30') };
    const second = { caseId, escalateAt: at('2026-03-05T14:30') };
    const late = [...course.inProgress, happened.overdue];
    given(...late)
      .when(escalateCase, first, when('2026-03-03T14:29'))
      .then();
    given(...late)
      .when(escalateCase, first, when('2026-03-03T14:30'))
      .then(street);
    given(...late, street)
      .when(escalateCase, first, when('2026-03-03T14:31'))
      .then();
    given(...late, street)
      .when(escalateCase, second, when('2026-03-05T14:30'))
      .then({
        type: 'CaseEscalated',
        data: { ...about, level: 'district', dueAt, escalatedAt: at('2026-03-05T14:30') },
      });
  });

  it('hurries where natural hours count', () =>
    given(...course.inProgress, happened.shortened)
      .when(markOverdue, { caseId, dueAt: at('2026-03-02T11:00') }, when('2026-03-02T11:00'))
      .thenLike({ type: 'CaseOverdue', data: { escalateAt: at('2026-03-02T12:00') } }));
});
