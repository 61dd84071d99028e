import { MoveIncidentToGrid } from '@panshi/contracts';
import { defineReactor } from '@panshi/read-model';

/** An incident lies where its case lies, while that is open: they have one id. */
export const incidentsFollowCases = defineReactor({
  name: 'incidents-follow-cases',
  from: ['CaseMovedToGrid'],
  react({ data: { caseId: incidentId, fromGrid, gridCode, cause } }) {
    const fields = { incidentId, fromGrid, gridCode, cause };
    return [{ command: Object.assign(new MoveIncidentToGrid(), fields) }];
  },
});
