import type { IncidentStatus, LinkDuplicateIncident, MoveIncidentToGrid, WithdrawIncident } from '@panshi/contracts';
import { reject } from '../reject.ts';
import type { DecideIncident, Incident, KnownIncident } from './incident.ts';

const known = (incident: Incident, incidentId: string): KnownIncident =>
  incident.status === 'unreported' ? reject('incident.unknown', { incidentId }) : incident;

/** Status of the first report, from the view; undefined where there is none. Two links made at the same moment may cross. */
export interface OriginalFacts {
  readonly original: IncidentStatus | undefined;
}

/** Links a later report to the first one, which itself is no duplicate. */
export const linkDuplicateIncident: DecideIncident<LinkDuplicateIncident, OriginalFacts> = (
  state,
  { incidentId, duplicateOf },
  { facts },
) => {
  const incident = known(state, incidentId);
  if (incident.status === 'withdrawn') reject('incident.withdrawn', { incidentId });
  if (incident.status === 'duplicate') {
    if (incident.duplicateOf === duplicateOf) return [];
    reject('incident.already-duplicate', { incidentId, duplicateOf: incident.duplicateOf });
  }
  if (duplicateOf === incidentId) reject('incident.duplicate-of-itself', { incidentId });
  if (!facts.original) reject('incident.unknown-original', { duplicateOf });
  if (facts.original !== 'reported')
    reject('incident.original-not-open', { duplicateOf, status: facts.original ?? '' });
  return [{ type: 'IncidentLinkedAsDuplicate', data: { incidentId, gridCode: incident.gridCode, duplicateOf } }];
};

/** Takes a report back; only who recorded it may. */
export const withdrawIncident: DecideIncident<WithdrawIncident> = (state, { incidentId, reason }, { actor }) => {
  const incident = known(state, incidentId);
  if (incident.recordedBy !== actor.person) reject('incident.not-yours', { incidentId });
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
