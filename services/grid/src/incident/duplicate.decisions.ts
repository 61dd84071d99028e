import type {
  IncidentStatus,
  LinkDuplicateIncident,
  MoveDuplicateIncident,
  UnlinkDuplicateIncident,
} from '@panshi/contracts';
import { reject } from '../reject.ts';
import type { DecideIncident } from './incident.ts';
import { assertCaseGoesOn, known } from './known-incident.ts';

/**
 * Status of the first report, from the view; undefined where there is none. Links made at the same moment may cross: a
 * reactor then leads every duplicate to a first report.
 */
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
  assertCaseGoesOn(incident, incidentId);
  if (incident.status === 'duplicate') {
    if (incident.duplicateOf === duplicateOf) return [];
    reject('incident.already-duplicate', { incidentId, duplicateOf: incident.duplicateOf });
  }
  if (duplicateOf === incidentId) reject('incident.duplicate-of-itself', { incidentId });
  if (!facts.original) reject('incident.unknown-original', { duplicateOf });
  if (facts.original === 'duplicate' || facts.original === 'withdrawn')
    reject('incident.original-not-open', { duplicateOf, status: facts.original });
  return [{ type: 'IncidentLinkedAsDuplicate', data: { incidentId, gridCode: incident.gridCode, duplicateOf } }];
};

/** Lets a duplicate stand for itself again. */
export const unlinkDuplicateIncident: DecideIncident<UnlinkDuplicateIncident> = (
  state,
  { incidentId, duplicateOf },
) => {
  const incident = known(state, incidentId);
  if (incident.status !== 'duplicate') return duplicateOf ? [] : reject('incident.no-duplicate', { incidentId });
  if (duplicateOf !== undefined && duplicateOf !== incident.duplicateOf) return [];
  const { gridCode, duplicateOf: linked } = incident;
  return [{ type: 'IncidentDuplicateUnlinked', data: { incidentId, gridCode, duplicateOf: linked } }];
};

/** Links a duplicate to another first report, while it is linked to what the command says. */
export const moveDuplicateIncident: DecideIncident<MoveDuplicateIncident> = (
  state,
  { incidentId, from, duplicateOf },
) => {
  const incident = known(state, incidentId);
  if (incident.status !== 'duplicate' || incident.duplicateOf !== from) return [];
  if (duplicateOf === from || duplicateOf === incidentId) return [];
  return [{ type: 'IncidentLinkedAsDuplicate', data: { incidentId, gridCode: incident.gridCode, duplicateOf } }];
};
