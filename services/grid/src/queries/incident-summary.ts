import type { IncidentSummary } from '@panshi/contracts';
import type { IncidentDocument } from '../views/incident-board.view.ts';

/** What lists and the single answer say alike. */
export const shared = (incident: IncidentDocument) => {
  const { _id, gridCode, categoryCode, location, urgent, channel, status, duplicateOf, reportedAt, hasCase } = incident;
  const place = { lon: location.lon, lat: location.lat };
  return {
    incidentId: _id,
    gridCode,
    categoryCode,
    ...place,
    urgent,
    channel,
    status,
    duplicateOf,
    reportedAt,
    hasCase,
  };
};

/** An incident as lists show it: nothing personal. */
export const summary = (incident: IncidentDocument): IncidentSummary => ({
  ...shared(incident),
  pictures: incident.pictures.length,
});
