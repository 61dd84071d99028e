import type { DecisionContext, Instant, WorkingCalendar } from '@panshi/kernel';
import { type Catalogue, calendarVersion, catalogueFold, type Edition, editionAt } from '../catalogue/catalogue.ts';
import type { CaseClock } from '../deadline/clock.ts';
import { type Deadline, deadlineOf } from '../deadline/deadline.ts';
import { reject } from '../reject.ts';
import type { Filed, Running } from './case.ts';

/** What decisions about deadlines know beside the case: every district's catalogues and calendars. */
export interface References {
  readonly references: ReadonlyMap<string, Catalogue>;
}

export type CaseContext = DecisionContext<References>;

/** Whether the deadline in force has passed; at its very moment it has. */
export const hasPassed = (deadline: Deadline, now: Instant): boolean => 'dueAt' in deadline && deadline.dueAt <= now;

/** The calendar pinned to the case. */
export const calendarOf = (
  { gridCode, calendarVersion: version }: Filed,
  { references }: References,
): WorkingCalendar => calendarVersion(catalogueOf(gridCode, { references }), version);

/** What a grid's district published; nothing yet: no edition, no calendar. */
export const catalogueOf = (gridCode: string, { references }: References): Catalogue =>
  references.get(gridCode.slice(0, 6)) ?? catalogueFold.initial;

/** The edition in effect in a grid's district. @throws {Rejection} `case.no-catalogue` */
export const editionIn = (gridCode: string, now: Instant, facts: References): Edition =>
  editionAt(catalogueOf(gridCode, facts), now) ?? reject('case.no-catalogue', { district: gridCode.slice(0, 6) });

/** The deadline after the clock has moved; a case whose deadline lies ahead again no longer counts as due. */
export const moved = (state: Running, clock: CaseClock, { facts, now }: CaseContext) => {
  const deadline = deadlineOf(clock, calendarOf(state, facts));
  const uncounted = hasPassed(deadline, now) ? undefined : state.overdue?.counted;
  return { deadline, ...(uncounted && { figures: { uncounted } }) };
};
