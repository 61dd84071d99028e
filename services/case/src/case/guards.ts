import type { DecisionContext, Instant, WorkingCalendar } from '@panshi/kernel';
import { type Catalogue, calendarVersion } from '../catalogue/catalogue.ts';
import { type CaseClock, isSuspended } from '../deadline/clock.ts';
import { type Deadline, deadlineOf } from '../deadline/deadline.ts';
import { reject } from '../reject.ts';
import { type CaseState, type Closed, type Filed, isClosed, isRunning, type Running } from './case.ts';

/** What decisions about deadlines know beside the case: every district's catalogues and calendars. */
export interface References {
  readonly references: ReadonlyMap<string, Catalogue>;
}

export type CaseContext = DecisionContext<References>;

/** @throws {Rejection} where there is no such case, or it is at another stage */
export const at = <S extends CaseState['stage']>(
  state: CaseState,
  ...stages: S[]
): Extract<CaseState, { stage: S }> => {
  if (state.stage === 'none') return reject('case.unknown');
  if (!(stages as string[]).includes(state.stage))
    reject('case.wrong-stage', { stage: state.stage, needed: stages.join(', ') });
  return state as Extract<CaseState, { stage: S }>;
};

/** @throws {Rejection} where the case is not between filing and closing */
export const running = (state: CaseState): Running =>
  isRunning(state) ? state : (at(state, 'filed', 'dispatched', 'in-progress', 'reported') as Running);

/** @throws {Rejection} where the case is not closed */
export const closed = (state: CaseState): Closed => (isClosed(state) ? state : at(state, 'closed', 'evaluated'));

/** @throws {Rejection} while the case is suspended: it must be resumed first */
export const active = <S extends Running>(state: S): S => {
  if (isSuspended(state.clock)) reject('case.suspended');
  return state;
};

/** Whether the deadline in force has passed; at its very moment it has. */
export const hasPassed = (deadline: Deadline, now: Instant): boolean => 'dueAt' in deadline && deadline.dueAt <= now;

/** The keys every event of a filed case carries. */
export const about = ({ caseId, gridCode, unit }: Filed) => ({ caseId, gridCode, unit });

/** The calendar pinned to the case. */
export const calendarOf = (
  { gridCode, calendarVersion: version }: Filed,
  { references }: References,
): WorkingCalendar => calendarVersion(catalogueOf(gridCode, { references }), version);

/** What a grid's district published; nothing yet: no edition, no calendar. */
export const catalogueOf = (gridCode: string, { references }: References): Catalogue =>
  references.get(gridCode.slice(0, 6)) ?? { editions: [], calendars: [] };

/** The deadline after the clock has moved; a case whose deadline lies ahead again no longer counts as due. */
export const moved = (state: Running, clock: CaseClock, { facts, now }: CaseContext) => {
  const deadline = deadlineOf(clock, calendarOf(state, facts));
  const uncounted = hasPassed(deadline, now) ? undefined : state.overdue?.counted;
  return { deadline, ...(uncounted && { figures: { uncounted } }) };
};
