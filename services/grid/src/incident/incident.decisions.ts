import type { FollowCase, MoveIncidentToGrid, WithdrawIncident } from '@panshi/contracts';
import { reject } from '../reject.ts';
import type { DecideIncident } from './incident.ts';
import { assertCaseGoesOn, known } from './known-incident.ts';

/** Takes a report back; only who recorded it may, or the colleague it was recorded for, until its case has ended. */
export const withdrawIncident: DecideIncident<WithdrawIncident> = (state, { incidentId, reason }, { actor }) => {
  const incident = known(state, incidentId);
  if (!incident.reporters.includes(actor.person)) reject('incident.not-yours', { incidentId });
  if (incident.status === 'withdrawn') return [];
  assertCaseGoesOn(incident, incidentId);
  return [{ type: 'IncidentWithdrawn', data: { incidentId, gridCode: incident.gridCode, reason } }];
};

/** Moves an incident to the grid of its case. Nothing happens where it was withdrawn, or lies in another grid by now. */
export const moveIncidentToGrid: DecideIncident<MoveIncidentToGrid> = (
  state,
  { incidentId, fromGrid, gridCode, cause },
) => {
  const incident = known(state, incidentId);
  if (incident.status === 'withdrawn' || incident.gridCode !== fromGrid || gridCode === fromGrid) return [];
  return [{ type: 'IncidentMovedToGrid', data: { incidentId, fromGrid, gridCode, cause } }];
};

/** Gives an incident the status of its case. */
export const followCase: DecideIncident<FollowCase> = (state, { incidentId, status, duplicateOf }) => {
  const incident = known(state, incidentId);
  const linked = incident.status === 'duplicate' ? incident.duplicateOf : undefined;
  if (incident.status === status && linked === duplicateOf) return [];
  return [{ type: 'IncidentFollowedCase', data: { incidentId, gridCode: incident.gridCode, status, duplicateOf } }];
};
