import type { CaseDecided, CaseDue, CaseEventType, EventData } from '@panshi/contracts';
import type { Decide, Instant } from '@panshi/kernel';
import type { CaseClock } from '../deadline/clock.ts';
import type { Deadline } from '../deadline/deadline.ts';

/** What is known of a case from its opening on. */
export interface Opened {
  readonly caseId: string;
  readonly gridCode: string;
  readonly categoryCode: string;
  readonly urgent: boolean;
  /** Who recorded the report, and the colleague for whom: either has the case reopened. */
  readonly reporters: readonly string[];
  /** Whether it came from a resident, who has it reopened by whoever records that. */
  readonly ofResident: boolean;
}

/** What filing fixed, and what it set going. */
export interface Filed extends Opened {
  readonly calendarVersion: string;
  readonly responsibleUnit: string;
  /** Unit it lies with, or its own grid; before dispatch the unit the catalogue names. */
  readonly unit: string;
  readonly clock: CaseClock;
  readonly deadline: Deadline;
  /** Whether it was warned of the deadline in force; a deadline that moves is warned of anew. */
  readonly warned?: true;
  /** Overdue: where it counts as due, and when it goes up a level. */
  readonly overdue?: { readonly counted: CaseDue; readonly level: number; readonly escalateAt?: Instant };
  /** Who accepted it or reported on it, since it was last filed or given back. */
  readonly handlers: readonly string[];
  /** Where it counts as deferred while suspended. */
  readonly deferred?: CaseDue;
  readonly extensions: number;
  readonly asked?: { readonly amount: number; readonly by: string };
}

/** Information collected (信息收集): an incident was reported, nobody has decided yet. */
export type Collected = Opened & { readonly stage: 'collected' };

/** A case whose clock runs, or stands still for the time being. */
export type Running = Filed &
  (
    | { readonly stage: 'filed' }
    | { readonly stage: 'in-progress' }
    | { readonly stage: 'dispatched'; readonly respondBy: Instant }
    | { readonly stage: 'reported'; readonly reportedBy: string }
  );

/** A case that was closed; `counted` is where it counts as due and closed. */
export type Closed = Filed & {
  readonly closedAt: Instant;
  readonly onTime: boolean;
  readonly counted: CaseDue;
} & ({ readonly stage: 'closed' } | { readonly stage: 'evaluated' });

/** A case that is linked to the first one of the same matter; unlinked, it is again what it was `before`. */
export type Duplicate = Opened & {
  readonly stage: 'duplicate';
  readonly duplicateOf: string;
  readonly before: Collected | Running;
};

/** A case that ended without being closed. */
export type Ended = (Opened & { readonly stage: 'declined' | 'withdrawn' }) | Duplicate;

export type CaseState = { readonly stage: 'none' } | Collected | Running | Closed | Ended;

/** What each type of event makes of a case. */
export type Evolvers = {
  readonly [T in CaseEventType]: (state: CaseState, data: EventData[T]) => CaseState;
};

export const isRunning = (state: CaseState): state is Running =>
  state.stage === 'filed' ||
  state.stage === 'dispatched' ||
  state.stage === 'in-progress' ||
  state.stage === 'reported';

/** A case that has neither been closed nor ended. */
export const isOpen = (state: CaseState): state is Collected | Running =>
  state.stage === 'collected' || isRunning(state);

export const isClosed = (state: CaseState): state is Closed => state.stage === 'closed' || state.stage === 'evaluated';

/** The keys every event of a filed case carries. */
export const keysOf = ({ caseId, gridCode, unit }: Filed) => ({ caseId, gridCode, unit });

/** A rule of the case loop. */
export type DecideCase<Command, Facts = unknown> = Decide<CaseState, Command, CaseDecided, Facts>;
