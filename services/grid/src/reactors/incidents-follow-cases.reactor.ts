import { FollowCase, type IncidentStatus, MoveIncidentToGrid } from '@panshi/contracts';
import { defineReactor, issue } from '@panshi/read-model';

/** The status an incident has after what happened to its case. */
const statuses = {
  CaseClosed: 'closed',
  CaseDeclined: 'declined',
  CaseWithdrawn: 'withdrawn',
  CaseMarkedDuplicate: 'duplicate',
  CaseDuplicateUnlinked: 'reported',
  CaseReopened: 'reported',
} as const satisfies Record<string, IncidentStatus>;

type Followed = keyof typeof statuses;

/** Moves an incident with its case, which has the same id, and gives it the status that the case comes to. */
export const incidentsFollowCases = defineReactor({
  name: 'incidents-follow-cases',
  issues: [FollowCase, MoveIncidentToGrid],
  from: ['CaseMovedToGrid', ...(Object.keys(statuses) as Followed[])],
  lane: ({ data }) => data.caseId,
  react({ type, data }) {
    const { caseId: incidentId } = data;
    if (type === 'CaseMovedToGrid') {
      const { fromGrid, gridCode, cause } = data;
      return [issue(MoveIncidentToGrid, { incidentId, fromGrid, gridCode, cause })];
    }
    const first = type === 'CaseMarkedDuplicate' && { duplicateOf: data.duplicateOf };
    return [issue(FollowCase, { incidentId, status: statuses[type], ...first })];
  },
});
