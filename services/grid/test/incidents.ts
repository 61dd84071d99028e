import type { IncidentEvent } from '@panshi/contracts';
import { scenario, sealedText } from '@panshi/testing';
import { incidentFold } from '../src/incident/incident.ts';

export const gridCode = '320113001001001';

/** A report by wang. */
export const reported: Extract<IncidentEvent, { type: 'IncidentReported' }> = {
  type: 'IncidentReported',
  data: {
    incidentId: 'first',
    gridCode,
    categoryCode: '10101',
    text: sealedText(),
    location: { lon: 118.9, lat: 32.1 },
    pictures: [],
    reporterId: 'reporter',
    urgent: false,
    channel: 'patrol',
    recordedBy: 'wang',
  },
};
export const withdrawn: IncidentEvent = {
  type: 'IncidentWithdrawn',
  data: { incidentId: 'first', gridCode, reason: 'resolved' },
};
export const linked: IncidentEvent = {
  type: 'IncidentLinkedAsDuplicate',
  data: { incidentId: 'first', gridCode, duplicateOf: 'earlier' },
};
export const incidents = scenario(incidentFold);
