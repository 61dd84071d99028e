import type { EventData } from '@panshi/contracts';
import { limitOf } from '../catalogue/catalogue.ts';
import { deadlineOfEvent } from '../deadline/deadline.ts';
import { startClock } from '../deadline/clock.ts';
import type { CaseState, Collected, Filed, Running } from './case.ts';
import { asRunning, filedOf } from './running-case.ts';

const running = (state: CaseState): Filed => filedOf(asRunning(state));

/** What the course of a case, from opening to the check of its handling, does to it. */
export const courseEvolvers = {
  CaseOpened: (_: CaseState, data: EventData['CaseOpened']): CaseState => {
    const { caseId, gridCode, categoryCode, urgent, recordedBy } = data;
    return { stage: 'collected', caseId, gridCode, categoryCode, urgent, recordedBy };
  },
  CaseFiled: (state: CaseState, data: EventData['CaseFiled']): CaseState => ({
    ...(state as Collected),
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
  CaseSupervised: (state: CaseState): CaseState => state,
  CaseMovedToGrid: (state: CaseState, { gridCode }: EventData['CaseMovedToGrid']): CaseState => ({
    ...(state as Collected | Running),
    gridCode,
  }),
};
