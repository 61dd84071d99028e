import { describe, it } from '@jest/globals';
import { scenario } from '@panshi/testing';
import { at, gridCode } from '../../test/names.ts';
import { caseId, course, happened, ordinary, when } from '../../test/examples.ts';
import { caseFold } from './case.fold.ts';
import { verifyCase } from './closing.decisions.ts';
import { grantExtension, refuseExtension, requestExtension } from './extension.decisions.ts';
import { acceptCase, dispatchCase, reportBack, returnCase } from './handling.decisions.ts';
import { applyDeadlineModifier, removeDeadlineModifier } from './modifier.decisions.ts';
import { resumeCase, superviseCase, suspendCase } from './suspension.decisions.ts';
import { escalateCase, markOverdue, markWarning } from './timer.decisions.ts';

const { given } = scenario(caseFold);
const unit = '区城管局';
const about = { caseId, gridCode, unit };
const due = { unit, dueAt: ordinary.dueAt };

describe('an extension', () => {
  const ask = { caseId, amount: 2, reason: '工程车在途' };

  it('is asked for while the unit handles the case', () => {
    given(...course.inProgress)
      .when(requestExtension, ask, when('2026-03-02T09:30', 'handler'))
      .then({
        type: 'ExtensionRequested',
        data: {
          ...about,
          amount: 2,
          requestedAt: at('2026-03-02T09:30'),
          requestedBy: 'handler',
          reason: '工程车在途',
        },
      });
    given(...course.dispatched)
      .when(requestExtension, ask)
      .thenRejected('case.wrong-stage');
  });

  it('is not asked for after the deadline, twice at a time, or beyond the limit itself', () => {
    const handled = given(...course.inProgress);
    handled.when(requestExtension, ask, when('2026-03-02T14:30', 'handler')).thenRejected('case.deadline-passed');
    handled
      .when(requestExtension, { ...ask, amount: 4.5 }, when('2026-03-02T09:30'))
      .thenRejected('case.extension-too-long', { left: 4 });
    given(...course.inProgress, happened.asked)
      .when(requestExtension, ask, when('2026-03-02T09:40'))
      .thenRejected('case.extension-already-asked');
  });

  it('is in whole days where the limit is', () => {
    const inDays = {
      ...happened.filed,
      data: { ...happened.filed.data, limit: { kind: 'working-days', amount: 3 } },
    } as typeof happened.filed;
    given(happened.opened, inDays, happened.dispatched, happened.accepted)
      .when(requestExtension, { ...ask, amount: 1.5 }, when('2026-03-02T09:30'))
      .thenRejected('case.extension-in-whole-days');
  });

  const granted = {
    type: 'ExtensionGranted',
    data: {
      ...about,
      amount: 2,
      number: 1,
      grantedAt: at('2026-03-02T09:45'),
      grantedBy: 'officer',
      deadline: { rule: 'ordinary', dueAt: at('2026-03-02T16:30'), warnAt: at('2026-03-02T15:00') },
    },
  } as const;

  it('moves the deadline when granted', () =>
    given(...course.inProgress, happened.asked)
      .when(grantExtension, { caseId }, when('2026-03-02T09:45'))
      .then(granted));

  it('clears an overdue case whose new deadline lies ahead, but not one whose new deadline has passed too', () => {
    const late = given(...course.inProgress, happened.asked, happened.overdue);
    late
      .when(grantExtension, { caseId }, when('2026-03-02T16:00'))
      .thenLike({ type: 'ExtensionGranted', data: { figures: { uncounted: due } } });
    late
      .when(grantExtension, { caseId }, when('2026-03-02T17:00'))
      .then({ ...granted, data: { ...granted.data, grantedAt: at('2026-03-02T17:00') } });
  });

  it('is not granted by who asked, nor where nobody did', () => {
    given(...course.inProgress, happened.asked)
      .when(grantExtension, { caseId }, when('2026-03-02T09:45', 'handler'))
      .thenRejected('case.own-extension');
    given(...course.inProgress)
      .when(grantExtension, { caseId }, when('2026-03-02T09:45'))
      .thenRejected('case.no-extension-asked');
    given(...course.inProgress, happened.asked, granted)
      .when(grantExtension, { caseId }, when('2026-03-02T09:50'))
      .thenRejected('case.no-extension-asked');
  });

  it('may be refused, and asked for again', () => {
    const refused = {
      type: 'ExtensionRefused',
      data: { ...about, refusedAt: at('2026-03-02T09:45'), refusedBy: 'officer' },
    } as const;
    given(...course.inProgress, happened.asked)
      .when(refuseExtension, { caseId }, when('2026-03-02T09:45'))
      .then(refused);
    given(...course.inProgress, happened.asked, refused)
      .when(requestExtension, ask, when('2026-03-02T09:50'))
      .thenLike({ type: 'ExtensionRequested', data: {} });
  });

  it('is granted twice at most', () =>
    given(...course.inProgress, happened.asked, granted, happened.asked, {
      ...granted,
      data: { ...granted.data, number: 2 },
    })
      .when(requestExtension, { ...ask, amount: 0.25 }, when('2026-03-02T10:00'))
      .thenRejected('case.extended-often-enough', { maximum: 2 }));
});

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
