import { sealedAt } from '@panshi/contracts';
import { regionOf } from '@panshi/kernel';
import { defineView, type Typed } from '@panshi/read-model';
import { type IncidentDocument, incidentSchema } from './incident-board.document.ts';

const reported = (event: Typed<'IncidentReported'>): IncidentDocument => {
  const { data } = event;
  return {
    _id: data.incidentId,
    _version: event.version,
    gridCode: data.gridCode,
    streetCode: regionOf(data.gridCode, 'street'),
    categoryCode: data.categoryCode,
    location: data.location,
    urgent: data.urgent,
    channel: data.channel,
    status: 'reported',
    reportedAt: event.occurredAt,
    recordedBy: data.recordedBy,
    onBehalfOf: data.onBehalfOf,
    pictures: data.pictures,
    hasCase: false,
    text: sealedAt(event, 'text')!,
    reporterName: sealedAt(event, 'reporterName'),
    reporterPhone: sealedAt(event, 'reporterPhone'),
  };
};

export const incidentBoard = defineView({
  name: 'incident-board',
  version: 4,
  schema: incidentSchema,
  counted: ['streetCode', 'status', 'channel', 'urgent', 'hasCase', 'categoryCode'],
  from: ['IncidentReported', 'IncidentLinkedAsDuplicate', 'IncidentMovedToGrid', 'IncidentWithdrawn', 'CaseOpened'],
  keys: ({ data }) => [data.incidentId],
  evolve: (document: IncidentDocument | undefined, event): IncidentDocument | undefined => {
    if (event.type === 'IncidentReported') return reported(event);
    if (!document) return document;
    switch (event.type) {
      case 'IncidentLinkedAsDuplicate': {
        const { duplicateOf } = event.data;
        return { ...document, _version: event.version, status: 'duplicate', duplicateOf };
      }
      case 'IncidentMovedToGrid': {
        const { gridCode } = event.data;
        return { ...document, _version: event.version, gridCode, streetCode: regionOf(gridCode, 'street') };
      }
      case 'IncidentWithdrawn':
        return { ...document, _version: event.version, status: 'withdrawn', duplicateOf: undefined };
      case 'CaseOpened':
        return { ...document, hasCase: true };
    }
  },
});
