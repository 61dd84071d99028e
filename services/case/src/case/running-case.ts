import { type CaseState, type Filed, isRunning, type Running } from './case.ts';

/** @throws {TypeError} where the stream is corrupt: such an event follows only on a running case */
export const asRunning = (state: CaseState): Running => {
  if (!isRunning(state)) throw new TypeError(`a case at ${state.stage} does not run`);
  return state;
};

/** What filing fixed and set going, without what belongs to a stage, or waits for an answer in it. */
export const filedOf = (state: Filed): Filed => {
  const { caseId, gridCode, categoryCode, urgent, reporters, ofResident, calendarVersion, responsibleUnit, unit } =
    state;
  const { clock, deadline, warned, overdue, deferred, extensions, handlers } = state;
  const opened = { caseId, gridCode, categoryCode, urgent, reporters, ofResident };
  const filed = { ...opened, calendarVersion, responsibleUnit, unit, handlers };
  return { ...filed, clock, deadline, warned, overdue, deferred, extensions };
};
