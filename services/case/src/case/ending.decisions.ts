import type { CaseDecided, LinkDuplicateCase, WithdrawCase } from '@panshi/contracts';
import { type Decide, reject } from '@panshi/kernel';
import { type CaseState, type Collected, isRunning, type Running } from './case.ts';
import { at } from './guards.ts';

/** What is known of the first case when another is linked to it. */
export interface FirstCase {
  readonly first:
    { readonly gridCode: string; readonly stage: CaseState['stage']; readonly openedAt: string } | undefined;
}

export const withdrawCase: Decide<CaseState, WithdrawCase, CaseDecided> = (state, { reason, note }, { now }) => {
  const open = unended(state);
  const { caseId, gridCode } = open;
  return [
    {
      type: 'CaseWithdrawn',
      data: { caseId, gridCode, reason, withdrawnAt: now, ...out(open), ...(note && { note }) },
    },
  ];
};

/** Chains are refused: one links to the first. */
export const linkDuplicateCase: Decide<CaseState, LinkDuplicateCase, CaseDecided, FirstCase> = (
  state,
  command,
  { now, facts },
) => {
  const open = unended(state);
  const { caseId, gridCode } = open;
  const { duplicateOf } = command;
  if (duplicateOf === caseId) reject('case.duplicate-of-itself', {}, 'invalid');
  const first = facts.first ?? reject('case.first-unknown', { duplicateOf }, 'invalid');
  if (first.stage === 'duplicate' || first.stage === 'withdrawn')
    reject('case.first-not-standing', { duplicateOf, stage: first.stage });
  if (first.gridCode.slice(0, 6) !== gridCode.slice(0, 6)) reject('case.first-in-other-district', { duplicateOf });
  return [{ type: 'CaseMarkedDuplicate', data: { caseId, gridCode, duplicateOf, markedAt: now, ...out(open) } }];
};

const unended = (state: CaseState): Collected | Running =>
  isRunning(state) ? state : at(state, 'collected', 'filed', 'dispatched', 'in-progress', 'reported');

/** It leaves the figures altogether. */
const out = (state: Collected | Running) => {
  if (!isRunning(state)) return {};
  const { overdue, deferred } = state;
  const figures = { ...(overdue && { uncounted: overdue.counted }), ...(deferred && { undeferred: deferred }) };
  return overdue || deferred ? { figures } : {};
};
