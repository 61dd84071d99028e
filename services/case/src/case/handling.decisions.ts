import type { AcceptCase, DispatchCase, ReportBack, ReturnCase } from '@panshi/contracts';
import { addWorkingTime, type Instant } from '@panshi/kernel';
import { responseLimit } from '../deadline/limits.ts';
import { type DecideCase, keysOf, type Running } from './case.ts';
import { calendarOf, type CaseContext, editionIn, type References } from './references.ts';
import { active, at } from './required-stage.ts';
import { type Handler, ofOwnUnit, unitName } from './unit.ts';

/** By when a unit must accept what is dispatched to it now. */
export const respondBy = (state: Running, { facts, now }: CaseContext): Instant =>
  addWorkingTime(calendarOf(state, facts), now, state.urgent ? responseLimit.urgent : responseLimit.ordinary);

/**
 * Dispatches a case to the unit named, or to its own grid, else to the unit the catalogue names; the unit must be one of
 * the edition in effect. Until a unit accepts it, it can be dispatched to another instead.
 */
export const dispatchCase: DecideCase<DispatchCase, References> = (state, command, context) => {
  const filed = active(at(state, 'filed', 'dispatched'));
  const unit = command.unit ?? filed.responsibleUnit;
  if (filed.stage === 'dispatched' && filed.unit === unit) return [];
  const { now, facts } = context;
  const data = {
    ...keysOf(filed),
    unit,
    unitName: unitName(editionIn(filed.gridCode, now, facts), unit, filed.gridCode),
    dispatchedAt: now,
    respondBy: respondBy(filed, context),
    ...(command.note && { note: command.note }),
  };
  return [{ type: 'CaseDispatched', data }];
};

/** The unit's handler signs for the case. */
export const acceptCase: DecideCase<AcceptCase, Handler> = (state, _, { now, actor, facts }) => {
  const dispatched = ofOwnUnit(active(at(state, 'dispatched')), facts);
  const inTime = now < dispatched.respondBy;
  return [{ type: 'CaseAccepted', data: { ...keysOf(dispatched), acceptedAt: now, acceptedBy: actor.person, inTime } }];
};

/** The unit's handler gives the case back. */
export const returnCase: DecideCase<ReturnCase, Handler> = (state, { reason, note }, { now, facts }) => {
  const handled = ofOwnUnit(active(at(state, 'dispatched', 'in-progress')), facts);
  return [{ type: 'CaseReturned', data: { ...keysOf(handled), reason, returnedAt: now, ...(note && { note }) } }];
};

/** The unit's handler says what was done. */
export const reportBack: DecideCase<ReportBack, Handler> = (state, { result }, { now, actor, facts }) => {
  const handled = ofOwnUnit(active(at(state, 'in-progress')), facts);
  return [
    { type: 'HandlingReported', data: { ...keysOf(handled), reportedAt: now, reportedBy: actor.person, result } },
  ];
};
