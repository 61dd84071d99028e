import type { AcceptCase, CaseDecided, DispatchCase, ReportBack, ReturnCase } from '@panshi/contracts';
import { addWorkingTime, type Decide, type Instant } from '@panshi/kernel';
import { responseLimit } from '../deadline/rules.ts';
import type { CaseState, Running } from './case.ts';
import { about, active, at, calendarOf, type CaseContext, type References } from './guards.ts';

/** By when a unit must accept what is dispatched to it now. */
export const respondBy = (state: Running, { facts, now }: CaseContext): Instant =>
  addWorkingTime(calendarOf(state, facts), now, state.urgent ? responseLimit.urgent : responseLimit.ordinary);

/**
 * Dispatches a case to the unit named, else to the one the catalogue names. Until a unit accepts it, it can be
 * dispatched to another instead.
 */
export const dispatchCase: Decide<CaseState, DispatchCase, CaseDecided, References> = (state, command, context) => {
  const filed = active(at(state, 'filed', 'dispatched'));
  const unit = command.unit ?? filed.responsibleUnit;
  if (filed.stage === 'dispatched' && filed.unit === unit) return [];
  const data = {
    ...about(filed),
    unit,
    dispatchedAt: context.now,
    respondBy: respondBy(filed, context),
    ...(command.note && { note: command.note }),
  };
  return [{ type: 'CaseDispatched', data }];
};

export const acceptCase: Decide<CaseState, AcceptCase, CaseDecided> = (state, _, { now, actor }) => {
  const dispatched = active(at(state, 'dispatched'));
  const inTime = now < dispatched.respondBy;
  return [{ type: 'CaseAccepted', data: { ...about(dispatched), acceptedAt: now, acceptedBy: actor.person, inTime } }];
};

export const returnCase: Decide<CaseState, ReturnCase, CaseDecided> = (state, { reason, note }, { now }) => {
  const handled = active(at(state, 'dispatched', 'in-progress'));
  return [{ type: 'CaseReturned', data: { ...about(handled), reason, returnedAt: now, ...(note && { note }) } }];
};

export const reportBack: Decide<CaseState, ReportBack, CaseDecided> = (state, { result }, { now, actor }) => {
  const handled = active(at(state, 'in-progress'));
  return [{ type: 'HandlingReported', data: { ...about(handled), reportedAt: now, reportedBy: actor.person, result } }];
};
