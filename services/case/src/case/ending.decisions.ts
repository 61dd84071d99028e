import type {
  CaseDecided,
  LinkDuplicateCase,
  MoveDuplicateCase,
  UnlinkDuplicateCase,
  WithdrawCase,
} from '@panshi/contracts';
import type { Instant } from '@panshi/kernel';
import { reject } from '../reject.ts';
import { type CaseState, type Collected, type DecideCase, type Duplicate, isRunning, type Running } from './case.ts';
import { at } from './required-stage.ts';

/** What is known of the first case when another is linked to it. */
export interface FirstCase {
  readonly first: { readonly gridCode: string; readonly stage: CaseState['stage'] } | undefined;
  /**
   * Whether the system issued the command: it follows a checked link between incidents, which the views may not show
   * yet.
   */
  readonly vouched: boolean;
}

/** Ends a case before it is closed, a duplicate too. Where it was overdue, it stays counted as due. */
export const withdrawCase: DecideCase<WithdrawCase> = (state, { reason, note }, { now }) => {
  const ending = state.stage === 'duplicate' ? state : unended(state);
  const data = { caseId: ending.caseId, gridCode: ending.gridCode, reason, withdrawnAt: now };
  return [{ type: 'CaseWithdrawn', data: { ...data, ...out(ending), ...(note && { note }) } }];
};

/**
 * Links a case to the first case of the same matter. A case that is itself a duplicate cannot be linked to. Where the
 * system vouches for it, the link of a duplicate is replaced.
 */
export const linkDuplicateCase: DecideCase<LinkDuplicateCase, FirstCase> = (state, { duplicateOf }, { now, facts }) => {
  if (state.stage === 'duplicate' && facts.vouched) return linkedAnew(state, duplicateOf, now);
  const open = unended(state);
  const { caseId, gridCode } = open;
  if (duplicateOf === caseId) reject('case.duplicate-of-itself');
  if (!facts.vouched) checkFirst(duplicateOf, gridCode, facts.first);
  return [{ type: 'CaseMarkedDuplicate', data: { caseId, gridCode, duplicateOf, markedAt: now, ...out(open) } }];
};

/** Lets a duplicate stand for itself again: it goes on where it was linked. */
export const unlinkDuplicateCase: DecideCase<UnlinkDuplicateCase> = (state, { duplicateOf }, { now }) => {
  if (state.stage !== 'duplicate') return duplicateOf ? [] : reject('case.no-duplicate');
  const { caseId, gridCode, duplicateOf: linked, before } = state;
  if (duplicateOf !== undefined && duplicateOf !== linked) return [];
  const data = { caseId, gridCode, duplicateOf: linked, unlinkedAt: now, ...resumed(before) };
  return [{ type: 'CaseDuplicateUnlinked', data }];
};

/** Links a duplicate to another first case, while it is linked to what the command says. */
export const moveDuplicateCase: DecideCase<MoveDuplicateCase> = (state, { from, duplicateOf }, { now }) =>
  state.stage === 'duplicate' && state.duplicateOf === from ? linkedAnew(state, duplicateOf, now) : [];

const linkedAnew = (state: Duplicate, duplicateOf: string, now: Instant): readonly CaseDecided[] => {
  const { caseId, gridCode } = state;
  if (duplicateOf === state.duplicateOf || duplicateOf === caseId) return [];
  return [{ type: 'CaseMarkedDuplicate', data: { caseId, gridCode, duplicateOf, markedAt: now } }];
};

const checkFirst = (duplicateOf: string, gridCode: string, known: FirstCase['first']): void => {
  const { stage, gridCode: place } = known ?? reject('case.first-unknown', { duplicateOf });
  if (stage === 'duplicate' || stage === 'withdrawn') reject('case.first-not-standing', { duplicateOf, stage });
  if (place.slice(0, 6) !== gridCode.slice(0, 6)) reject('case.first-in-other-district', { duplicateOf });
};

const unended = (state: CaseState): Collected | Running =>
  isRunning(state) ? state : at(state, 'collected', 'filed', 'dispatched', 'in-progress', 'reported');

/** A deferred case that ends without being closed counts no longer; an overdue one stays due, and late. */
const out = (state: Collected | Running | Duplicate) =>
  isRunning(state) && state.deferred ? { figures: { undeferred: state.deferred } } : {};

const resumed = (state: Collected | Running) => {
  const { stage } = state;
  if (!isRunning(state)) return { stage, warned: false, overdue: false };
  const { deadline, warned = false, overdue, deferred } = state;
  const late = { overdue: overdue !== undefined, ...(overdue?.escalateAt && { escalateAt: overdue.escalateAt }) };
  return { stage, deadline, warned, ...late, ...(deferred && { figures: { deferred } }) };
};
