import { describe, it } from '@jest/globals';
import type { CaseEvent } from '@panshi/contracts';
import { scenario } from '@panshi/testing';
import { caseId, course, happened, ordinary, when } from '../../test/examples.ts';
import { at, gridCode } from '../../test/names.ts';
import { caseFold } from './case.fold.ts';
import { linkDuplicateCase, unlinkDuplicateCase, withdrawCase } from './ending.decisions.ts';

const { given } = scenario(caseFold);
const unit = 'URBAN';
const morning = when('2026-03-02T09:00');

describe('ending without closing', () => {
  it('a case is withdrawn until it is closed, and leaves the figures unless it was overdue', () => {
    const withdraw = { caseId, reason: 'moot' } as const;
    given(happened.opened)
      .when(withdrawCase, withdraw, morning)
      .thenLike({ type: 'CaseWithdrawn', data: { reason: 'moot' } });
    given(...course.inProgress, happened.overdue)
      .when(withdrawCase, withdraw, morning)
      .then({ type: 'CaseWithdrawn', data: { caseId, gridCode, reason: 'moot', withdrawnAt: at('2026-03-02T09:00') } });
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

  const linked = {
    type: 'CaseMarkedDuplicate',
    data: { caseId, gridCode, duplicateOf: 'case-0', markedAt: '' },
  } as const;
  const unlinks = (...before: readonly CaseEvent[]) =>
    given(...before, linked).when(unlinkDuplicateCase, { caseId }, morning);
  const again = (data: object) => ({ type: 'CaseDuplicateUnlinked', data });

  it('unlinked, it is at the stage it was linked at, with its deadline, and late where it was', () => {
    unlinks(happened.opened).thenLike(again({ stage: 'collected', overdue: false }));
    unlinks(...course.inProgress).thenLike(again({ stage: 'in-progress', deadline: ordinary, overdue: false }));
    unlinks(...course.reported, happened.overdue).thenLike(
      again({ stage: 'reported', deadline: ordinary, overdue: true, escalateAt: at('2026-03-03T14:30') }),
    );
    unlinks(...course.inProgress, happened.suspended).thenLike(
      again({ deadline: { rule: 'suspended' }, figures: { deferred: { unit, dueAt: ordinary.dueAt } } }),
    );
  });

  it('moved to another first case before, it is what it was before both links', () =>
    unlinks(...course.filed, linked).thenLike(again({ stage: 'filed', deadline: ordinary })));

  it('a duplicate is withdrawn too, as where its report was taken back', () =>
    given(...course.filed, linked)
      .when(withdrawCase, { caseId, reason: 'moot' }, morning)
      .thenLike({ type: 'CaseWithdrawn', data: { reason: 'moot' } }));
});
