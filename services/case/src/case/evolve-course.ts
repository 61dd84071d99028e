import { limitOf } from '../catalogue/catalogue.ts';
import { deadlineOfEvent } from '../deadline/deadline.ts';
import { startClock } from '../deadline/clock.ts';
import type { CaseState, Collected, Evolvers, Filed, Running } from './case.ts';
import { asRunning, filedOf } from './running-case.ts';

const running = (state: CaseState): Filed => filedOf(asRunning(state));

/** What the course of a case, from opening to the check of its handling, does to it. */
export const courseEvolvers = {
  CaseOpened: (_, data) => {
    const { caseId, gridCode, categoryCode, urgent, recordedBy } = data;
    return { stage: 'collected', caseId, gridCode, categoryCode, urgent, recordedBy };
  },
  CaseFiled: (state, data) => ({
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
  CaseDispatched: (state, { unit, respondBy }) => ({
    ...running(state),
    stage: 'dispatched',
    unit,
    respondBy,
  }),
  CaseAccepted: (state) => ({ ...running(state), stage: 'in-progress' }),
  CaseReturned: (state) => ({ ...running(state), stage: 'filed' }),
  HandlingReported: (state, { reportedBy }) => ({
    ...running(state),
    stage: 'reported',
    reportedBy,
  }),
  ReworkOrdered: (state, { respondBy }) => ({
    ...running(state),
    stage: 'dispatched',
    respondBy,
  }),
  CaseSupervised: (state) => state,
  CaseMovedToGrid: (state, { gridCode }) => ({
    ...(state as Collected | Running),
    gridCode,
  }),
} satisfies Partial<Evolvers>;
