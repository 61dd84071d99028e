import type { EventData } from '@panshi/contracts';
import { limitOf } from '../catalogue/catalogue.ts';
import { startClock } from '../deadline/clock.ts';
import type { CaseState, Closed, Collected, Ended, Filed, Running } from './case.ts';
import { asRunning, deadlineOfEvent } from './recorded.ts';

const opened = ({ caseId, gridCode, categoryCode, urgent, recordedBy }: Collected | Filed) => ({
  caseId,
  gridCode,
  categoryCode,
  urgent,
  recordedBy,
});

/** The same case, no longer waiting for an extension or an acceptance. */
const plain = (state: Running | Closed): Filed => {
  const {
    stage: _stage,
    asked: _asked,
    respondBy: _by,
    reportedBy: _who,
    ...filed
  } = state as Running & Record<string, unknown>;
  return filed as Filed;
};

const running = (state: CaseState): Filed => plain(asRunning(state));
const ended = (state: CaseState, stage: Ended['stage']): Ended => ({ ...opened(state as Collected | Filed), stage });

/** What the course of a case, from opening to evaluation, does to it. */
export const courseEvolvers = {
  CaseOpened: (_: CaseState, data: EventData['CaseOpened']): CaseState => {
    const { caseId, gridCode, categoryCode, urgent, recordedBy } = data;
    return { stage: 'collected', caseId, gridCode, categoryCode, urgent, recordedBy };
  },
  CaseFiled: (state: CaseState, data: EventData['CaseFiled']): CaseState => ({
    ...opened(state as Collected),
    stage: 'filed',
    categoryCode: data.categoryCode,
    urgent: data.urgent,
    calendarVersion: data.calendarVersion,
    responsibleUnit: data.responsibleUnit,
    unit: data.responsibleUnit,
    clock: startClock(data.filedAt, limitOf(data.limit)),
    deadline: deadlineOfEvent(data.deadline),
    extensions: 0,
  }),
  CaseDeclined: (state: CaseState): CaseState => ended(state, 'declined'),
  CaseDispatched: (state: CaseState, { unit, respondBy }: EventData['CaseDispatched']): CaseState => ({
    ...running(state),
    stage: 'dispatched',
    unit,
    respondBy,
  }),
  CaseAccepted: (state: CaseState): CaseState => ({ ...running(state), stage: 'in-progress' }),
  CaseReturned: (state: CaseState): CaseState => ({ ...running(state), stage: 'filed' }),
  HandlingReported: (state: CaseState, { reportedBy }: EventData['HandlingReported']): CaseState => ({
    ...running(state),
    stage: 'reported',
    reportedBy,
  }),
  ReworkOrdered: (state: CaseState, { respondBy }: EventData['ReworkOrdered']): CaseState => ({
    ...running(state),
    stage: 'dispatched',
    respondBy,
  }),
  CaseClosed: (state: CaseState, data: EventData['CaseClosed']): CaseState => {
    const { overdue: _overdue, ...filed } = running(state);
    return { ...filed, stage: 'closed', closedAt: data.closedAt, onTime: data.onTime, counted: data.counted };
  },
  CaseEvaluated: (state: CaseState): CaseState => ({ ...(state as Closed), stage: 'evaluated' }),
  CaseReopened: (state: CaseState, { reopenedAt, deadline }: EventData['CaseReopened']): CaseState => {
    const {
      closedAt: _at,
      onTime: _time,
      counted: _counted,
      warned: _warned,
      ...filed
    } = plain(state as Closed) as Closed;
    const clock = startClock(reopenedAt, filed.clock.limit);
    return { ...filed, stage: 'filed', clock, deadline: deadlineOfEvent(deadline), extensions: 0 };
  },
  CaseSupervised: (state: CaseState): CaseState => state,
  CaseWithdrawn: (state: CaseState): CaseState => ended(state, 'withdrawn'),
  CaseMarkedDuplicate: (state: CaseState): CaseState => ended(state, 'duplicate'),
};
