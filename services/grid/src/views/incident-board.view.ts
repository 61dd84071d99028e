import { type IncidentEventType, incidentEventTypes, sealedAt } from '@panshi/contracts';
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
    locationGiven: data.locationGiven,
    urgent: data.urgent,
    channel: data.channel,
    status: 'reported',
    reportedAt: event.occurredAt,
    recordedBy: data.recordedBy,
    onBehalfOf: data.onBehalfOf,
    onBehalfReason: data.onBehalfReason,
    pictures: data.pictures,
    hasCase: false,
    text: sealedAt(event, 'text')!,
    reporterName: sealedAt(event, 'reporterName'),
    reporterPhone: sealedAt(event, 'reporterPhone'),
  };
};

type Change = Typed<Exclude<IncidentEventType, 'IncidentReported'>>;

const changes = ({ type, data }: Change): Partial<IncidentDocument> => {
  switch (type) {
    case 'IncidentLinkedAsDuplicate':
      return { status: 'duplicate', duplicateOf: data.duplicateOf };
    case 'IncidentDuplicateUnlinked':
      return { status: 'reported', duplicateOf: undefined };
    case 'IncidentFollowedCase':
      return { status: data.status, duplicateOf: data.duplicateOf };
    case 'IncidentMovedToGrid':
      return { gridCode: data.gridCode, streetCode: regionOf(data.gridCode, 'street') };
    case 'IncidentWithdrawn':
      return { status: 'withdrawn', duplicateOf: undefined };
  }
};

export const incidentBoard = defineView({
  name: 'incident-board',
  version: 7,
  schema: incidentSchema,
  counted: ['streetCode', 'status', 'channel', 'urgent', 'hasCase', 'categoryCode'],
  from: [...incidentEventTypes, 'CaseOpened'],
  keys: ({ data }) => [data.incidentId],
  evolve: (document: IncidentDocument | undefined, event): IncidentDocument | undefined => {
    if (event.type === 'IncidentReported') return reported(event);
    if (!document) return document;
    if (event.type === 'CaseOpened') return { ...document, hasCase: true };
    return { ...document, ...changes(event), _version: event.version };
  },
});
