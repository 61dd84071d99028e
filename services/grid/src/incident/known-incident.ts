import { reject } from '../reject.ts';
import type { Incident, KnownIncident } from './incident.ts';

/** The incident, once it was reported. @throws {Rejection} `incident.unknown` */
export const known = (incident: Incident, incidentId: string): KnownIncident =>
  incident.status === 'unreported' ? reject('incident.unknown', { incidentId }) : incident;
