import type { MoveIncidentToGrid, WithdrawIncident } from '@panshi/contracts';
import { reject } from '../reject.ts';
import type { DecideIncident } from './incident.ts';
import { known } from './known-incident.ts';

/** Takes a report back; only who recorded it may, or the colleague it was recorded for. */
export const withdrawIncident: DecideIncident<WithdrawIncident> = (state, { incidentId, reason }, { actor }) => {
  const incident = known(state, incidentId);
  if (!incident.reporters.includes(actor.person)) reject('incident.not-yours', { incidentId });
  if (incident.status === 'withdrawn') return [];
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
