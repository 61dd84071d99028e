import { deadlineOfEvent } from '../deadline/deadline.ts';
import { startClock } from '../deadline/clock.ts';
import type { CaseState, Closed, Collected, Duplicate, Ended, Evolvers, Filed, Opened } from './case.ts';
import { asRunning, filedOf, openedOf } from './running-case.ts';

const opened = (state: CaseState): Opened => openedOf(state as Collected | Filed | Ended);

/** How a case ends, is evaluated, and may begin once more. */
export const endingEvolvers = {
  CaseDeclined: (state) => ({ ...opened(state), stage: 'declined' }),
  CaseClosed: (state, { closedAt, onTime, counted }) => {
    const { overdue: _overdue, ...filed } = filedOf(asRunning(state));
    return { ...filed, stage: 'closed', closedAt, onTime, counted };
  },
  CaseEvaluated: (state) => ({ ...(state as Closed), stage: 'evaluated' }),
  CaseReopened: (state, { reopenedAt, deadline }) => {
    const { warned: _warned, ...filed } = filedOf(state as Closed);
    const clock = startClock(reopenedAt, filed.clock.limit);
    return { ...filed, stage: 'filed', clock, deadline: deadlineOfEvent(deadline), extensions: 0, handlers: [] };
  },
  CaseWithdrawn: (state) => ({ ...opened(state), stage: 'withdrawn' }),
  CaseMarkedDuplicate: (state, { duplicateOf }) => {
    const before = state.stage === 'duplicate' ? state.before : (state as Duplicate['before']);
    return { ...opened(state), stage: 'duplicate', duplicateOf, before };
  },
  CaseDuplicateUnlinked: (state) => (state as Duplicate).before,
} satisfies Partial<Evolvers>;
