import type { AcceptCase, DispatchCase, ReportBack, ReturnCase } from '@panshi/contracts';
import { addWorkingTime, type Instant } from '@panshi/kernel';
import { responseLimit } from '../deadline/limits.ts';
import { type DecideCase, keysOf, type Running } from './case.ts';
import { calendarOf, type CaseContext, type References } from './references.ts';
import { active, at } from './required-stage.ts';

/** By when a unit must accept what is dispatched to it now. */
export const respondBy = (state: Running, { facts, now }: CaseContext): Instant =>
  addWorkingTime(calendarOf(state, facts), now, state.urgent ? responseLimit.urgent : responseLimit.ordinary);

/**
 * Dispatches a case to the unit named, else to the one the catalogue names. Until a unit accepts it, it can be
 * dispatched to another instead.
 */
export const dispatchCase: DecideCase<DispatchCase, References> = (state, command, context) => {
  const filed = active(at(state, 'filed', 'dispatched'));
  const unit = command.unit ?? filed.responsibleUnit;
  if (filed.stage === 'dispatched' && filed.unit === unit) return [];
  const data = {
    ...keysOf(filed),
    unit,
    dispatchedAt: context.now,
    respondBy: respondBy(filed, context),
    ...(command.note && { note: command.note }),
  };
  return [{ type: 'CaseDispatched', data }];
};

export const acceptCase: DecideCase<AcceptCase> = (state, _, { now, actor }) => {
  const dispatched = active(at(state, 'dispatched'));
  const inTime = now < dispatched.respondBy;
  return [{ type: 'CaseAccepted', data: { ...keysOf(dispatched), acceptedAt: now, acceptedBy: actor.person, inTime } }];
};

export const returnCase: DecideCase<ReturnCase> = (state, { reason, note }, { now }) => {
  const handled = active(at(state, 'dispatched', 'in-progress'));
  return [{ type: 'CaseReturned', data: { ...keysOf(handled), reason, returnedAt: now, ...(note && { note }) } }];
};

export const reportBack: DecideCase<ReportBack> = (state, { result }, { now, actor }) => {
  const handled = active(at(state, 'in-progress'));
  return [
    { type: 'HandlingReported', data: { ...keysOf(handled), reportedAt: now, reportedBy: actor.person, result } },
  ];
};
