import { deadlineOfEvent } from '../deadline/deadline.ts';
import { startClock } from '../deadline/clock.ts';
import type { CaseState, Closed, Collected, Ended, Evolvers, Filed } from './case.ts';
import { asRunning, filedOf } from './running-case.ts';

const ended = (state: CaseState, stage: Ended['stage']): Ended => {
  const { caseId, gridCode, categoryCode, urgent, recordedBy } = state as Collected | Filed;
  return { stage, caseId, gridCode, categoryCode, urgent, recordedBy };
};

/** How a case ends, is evaluated, and may begin once more. */
export const endingEvolvers = {
  CaseDeclined: (state) => ended(state, 'declined'),
  CaseClosed: (state, { closedAt, onTime, counted }) => {
    const { overdue: _overdue, ...filed } = filedOf(asRunning(state));
    return { ...filed, stage: 'closed', closedAt, onTime, counted };
  },
  CaseEvaluated: (state) => ({ ...(state as Closed), stage: 'evaluated' }),
  CaseReopened: (state, { reopenedAt, deadline }) => {
    const { warned: _warned, ...filed } = filedOf(state as Closed);
    const clock = startClock(reopenedAt, filed.clock.limit);
    return { ...filed, stage: 'filed', clock, deadline: deadlineOfEvent(deadline), extensions: 0 };
  },
  CaseWithdrawn: (state) => ended(state, 'withdrawn'),
  CaseMarkedDuplicate: (state) => ended(state, 'duplicate'),
} satisfies Partial<Evolvers>;
