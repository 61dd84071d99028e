import { reject } from '../reject.ts';
import type { Incident, KnownIncident } from './incident.ts';

/** The incident, once it was reported. @throws {Rejection} `incident.unknown` */
export const known = (incident: Incident, incidentId: string): KnownIncident =>
  incident.status === 'unreported' ? reject('incident.unknown', { incidentId }) : incident;

/** @throws {Rejection} `incident.case-ended` once its case was closed or declined */
export const assertCaseGoesOn = ({ status }: KnownIncident, incidentId: string): void => {
  if (status === 'closed' || status === 'declined') reject('incident.case-ended', { incidentId, status });
};
