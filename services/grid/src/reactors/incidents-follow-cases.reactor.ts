import { MoveIncidentToGrid } from '@panshi/contracts';
import { defineReactor, issue } from '@panshi/read-model';

/** Moves an incident with its case, which has the same id. */
export const incidentsFollowCases = defineReactor({
  name: 'incidents-follow-cases',
  issues: [MoveIncidentToGrid],
  from: ['CaseMovedToGrid'],
  react({ data: { caseId: incidentId, fromGrid, gridCode, cause } }) {
    return [issue(MoveIncidentToGrid, { incidentId, fromGrid, gridCode, cause })];
  },
});
