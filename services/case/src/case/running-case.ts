import { type CaseState, type Filed, isRunning, type Opened, type Running } from './case.ts';

/** @throws {TypeError} where the stream is corrupt: such an event follows only on a running case */
export const asRunning = (state: CaseState): Running => {
  if (!isRunning(state)) throw new TypeError(`a case at ${state.stage} does not run`);
  return state;
};

/** What opening fixed, without what came after. */
export const openedOf = ({ caseId, gridCode, categoryCode, urgent, reporters, ofResident }: Opened): Opened => {
  return { caseId, gridCode, categoryCode, urgent, reporters, ofResident };
};

/** What filing fixed and set going, without what belongs to a stage, or waits for an answer in it. */
export const filedOf = (state: Filed): Filed => {
  const { calendarVersion, responsibleUnit, unit, handlers } = state;
  const { clock, deadline, warned, overdue, deferred, extensions } = state;
  const filed = { ...openedOf(state), calendarVersion, responsibleUnit, unit, handlers };
  return { ...filed, clock, deadline, warned, overdue, deferred, extensions };
};
