import { describe, it } from '@jest/globals';
import { scenario } from '@panshi/testing';
import { caseId, course, happened, ordinary, when } from '../../test/examples.ts';
import { at, gridCode } from '../../test/names.ts';
import { caseFold } from './case.fold.ts';
import { verifyCase } from './closing.decisions.ts';
import { applyDeadlineModifier, removeDeadlineModifier } from './modifier.decisions.ts';

const { given } = scenario(caseFold);
const unit = 'URBAN';
const about = { caseId, gridCode, unit };

describe('a wartime activation', () => {
  const shorten = { caseId, activationId: 'flood', effect: 'shorten', hours: 1 } as const;

  it('shortens a deadline to natural hours from now', () =>
    given(...course.inProgress)
      .when(applyDeadlineModifier, shorten, when('2026-03-02T10:00'))
      .then(happened.shortened as never));

  it('does so once; with other hours it replaces its own', () => {
    const modified = given(...course.inProgress, happened.shortened);
    modified.when(applyDeadlineModifier, shorten, when('2026-03-02T10:30')).then();
    modified.when(applyDeadlineModifier, { ...shorten, hours: 2 }, when('2026-03-02T10:30')).thenLike({
      type: 'DeadlineModifierApplied',
      data: {
        deadline: {
          rule: 'shortened',
          activationId: 'flood',
          dueAt: at('2026-03-02T12:30'),
          warnAt: at('2026-03-02T12:00'),
        },
      },
    });
  });

  it('pauses a deadline', () =>
    given(...course.inProgress)
      .when(applyDeadlineModifier, { caseId, activationId: 'epidemic', effect: 'pause' }, when('2026-03-02T10:00'))
      .thenLike({ type: 'DeadlineModifierApplied', data: { deadline: { rule: 'paused' } } }));

  it('gives back what it took, and only that', () => {
    const modified = given(...course.inProgress, happened.shortened);
    modified.when(removeDeadlineModifier, { caseId, activationId: 'flood' }, when('2026-03-02T10:30')).then({
      type: 'DeadlineModifierRemoved',
      data: { ...about, activationId: 'flood', removedAt: at('2026-03-02T10:30'), deadline: ordinary },
    });
    modified.when(removeDeadlineModifier, { caseId, activationId: 'typhoon' }, when('2026-03-02T10:30')).then();
  });

  it('clears a case that was overdue only by its deadline', () => {
    const overdue = {
      ...happened.overdue,
      data: { ...happened.overdue.data, dueAt: at('2026-03-02T11:00') },
    } as typeof happened.overdue;
    given(...course.inProgress, happened.shortened, overdue)
      .when(removeDeadlineModifier, { caseId, activationId: 'flood' }, when('2026-03-02T11:30'))
      .thenLike({
        type: 'DeadlineModifierRemoved',
        data: { deadline: ordinary, figures: { uncounted: { unit, dueAt: at('2026-03-02T11:00') } } },
      });
  });

  it('leaves alone what is not filed yet, or closed', () => {
    given(happened.opened).when(applyDeadlineModifier, shorten, when('2026-03-02T10:00')).then();
    given(...course.closed)
      .when(applyDeadlineModifier, shorten, when('2026-03-02T12:00'))
      .then();
    given(...course.closed)
      .when(removeDeadlineModifier, { caseId, activationId: 'flood' }, when('2026-03-02T12:00'))
      .then();
  });

  it('paused, a case closes on time though its old deadline has passed', () => {
    const paused = {
      ...happened.shortened,
      data: { ...happened.shortened.data, effect: 'pause', hours: undefined, deadline: { rule: 'paused' } },
    } as typeof happened.shortened;
    given(...course.reported, paused)
      .when(verifyCase, { caseId, passed: true }, when('2026-03-05T10:00'))
      .thenLike({ type: 'CaseClosed', data: { onTime: true, counted: { unit, dueAt: at('2026-03-05T10:00') } } });
  });
});
