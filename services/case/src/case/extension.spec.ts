import { describe, it } from '@jest/globals';
import { scenario } from '@panshi/testing';
import { caseId, course, happened, ordinary, when } from '../../test/examples.ts';
import { at, gridCode } from '../../test/names.ts';
import { caseFold } from './case.fold.ts';
import { grantExtension, refuseExtension, requestExtension } from './extension.decisions.ts';

const { given } = scenario(caseFold);
const unit = 'URBAN';
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
    given(...course.inProgress)
      .when(requestExtension, ask, when('2026-03-02T09:30', 'other'))
      .thenRejected('case.other-unit', { unit });
  });

  it('is not asked for after the deadline, twice at a time, or beyond the limit itself', () => {
    const handled = given(...course.inProgress);
    handled.when(requestExtension, ask, when('2026-03-02T14:30', 'handler')).thenRejected('case.deadline-passed');
    handled
      .when(requestExtension, { ...ask, amount: 4.5 }, when('2026-03-02T09:30', 'handler'))
      .thenRejected('case.extension-too-long', { left: 4 });
    given(...course.inProgress, happened.asked)
      .when(requestExtension, ask, when('2026-03-02T09:40', 'handler'))
      .thenRejected('case.extension-already-asked');
  });

  it('is in whole days where the limit is', () => {
    const inDays = {
      ...happened.filed,
      data: { ...happened.filed.data, limit: { kind: 'working-days', amount: 3 } },
    } as typeof happened.filed;
    given(happened.opened, inDays, happened.dispatched, happened.accepted)
      .when(requestExtension, { ...ask, amount: 1.5 }, when('2026-03-02T09:30', 'handler'))
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
      .when(requestExtension, ask, when('2026-03-02T09:50', 'handler'))
      .thenLike({ type: 'ExtensionRequested', data: {} });
  });

  it('is granted twice at most', () =>
    given(...course.inProgress, happened.asked, granted, happened.asked, {
      ...granted,
      data: { ...granted.data, number: 2 },
    })
      .when(requestExtension, { ...ask, amount: 0.25 }, when('2026-03-02T10:00', 'handler'))
      .thenRejected('case.extended-often-enough', { maximum: 2 }));
});
