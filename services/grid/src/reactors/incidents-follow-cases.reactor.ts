import { type GridChange, MoveIncidentToGrid } from '@panshi/contracts';
import { defineReactor, issue } from '@panshi/read-model';

/** An incident lies where its case lies, while that is open: they have one id. */
export const incidentsFollowCases = defineReactor({
  name: 'incidents-follow-cases',
  issues: [MoveIncidentToGrid],
  from: ['CaseMovedToGrid'],
  react({ data: { caseId: incidentId, fromGrid, gridCode, cause } }) {
    return [issue(MoveIncidentToGrid, { incidentId, fromGrid, gridCode, cause: cause as GridChange })];
  },
});
