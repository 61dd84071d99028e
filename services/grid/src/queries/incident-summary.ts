import { fieldsFrom, IncidentSummary } from '@panshi/contracts';
import type { IncidentDocument } from '../views/incident-board.document.ts';

/** What every answer says of an incident otherwise than its document. */
export const shown = (incident: IncidentDocument) => ({
  ...incident,
  incidentId: incident._id,
});

/** An incident as lists show it: nothing personal. */
export const summary = (incident: IncidentDocument): IncidentSummary =>
  fieldsFrom(IncidentSummary, { ...shown(incident), pictures: incident.pictures.length });
