import { isOfResident, reportersOf } from '@panshi/contracts';
import { limitOf } from '../catalogue/catalogue.ts';
import { deadlineOfEvent } from '../deadline/deadline.ts';
import { startClock } from '../deadline/clock.ts';
import type { CaseState, Collected, Evolvers, Filed, Running } from './case.ts';
import { asRunning, filedOf } from './running-case.ts';

const running = (state: CaseState): Filed => filedOf(asRunning(state));

const handledBy = (state: Filed, person: string): Filed => ({ ...state, handlers: [...state.handlers, person] });

/** What the course of a case, from opening to the check of its handling, does to it. */
export const courseEvolvers = {
  CaseOpened: (_, data) => {
    const { caseId, gridCode, categoryCode, urgent } = data;
    const [reporters, ofResident] = [reportersOf(data), isOfResident(data.channel)];
    return { stage: 'collected', caseId, gridCode, categoryCode, urgent, reporters, ofResident };
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
    handlers: [],
  }),
  CaseDispatched: (state, { unit, respondBy }) => ({
    ...running(state),
    stage: 'dispatched',
    unit,
    respondBy,
  }),
  CaseAccepted: (state, { acceptedBy }) => ({ ...handledBy(running(state), acceptedBy), stage: 'in-progress' }),
  CaseReturned: (state) => ({ ...running(state), stage: 'filed', handlers: [] }),
  HandlingReported: (state, { reportedBy }) => ({
    ...handledBy(running(state), reportedBy),
    stage: 'reported',
    reportedBy,
  }),
  ReworkOrdered: (state, { respondBy }) => ({
    ...running(state),
    stage: 'dispatched',
    respondBy,
  }),
  CaseSupervised: (state) => state,
  // What lies with the leader of its grid goes along.
  CaseMovedToGrid: (state, { fromGrid, gridCode }) => {
    const moved = state as Collected | Running;
    return { ...moved, gridCode, ...('unit' in moved && moved.unit === fromGrid && { unit: gridCode }) };
  },
} satisfies Partial<Evolvers>;
