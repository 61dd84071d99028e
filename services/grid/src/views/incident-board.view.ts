import { type IncidentChannel, type IncidentStatus, sealedAt, type SealedRef } from '@panshi/contracts';
import { type Point, regionOf } from '@panshi/kernel';
import { defineView, type Typed } from '@panshi/read-model';
import { Schema } from 'mongoose';

/** An incident as lists, maps and links need it. What is personal stays sealed. */
export interface IncidentDocument {
  readonly _id: string;
  readonly _version: number;
  readonly gridCode: string;
  readonly streetCode: string;
  readonly categoryCode: string;
  readonly location: Point;
  readonly urgent: boolean;
  readonly channel: IncidentChannel;
  readonly status: IncidentStatus;
  readonly duplicateOf?: string;
  /** When it happened, which may be before it was recorded. */
  readonly reportedAt: string;
  readonly recordedBy: string;
  readonly onBehalfOf?: string;
  readonly pictures: readonly { readonly pictureId: string; readonly sha256: string }[];
  readonly hasCase: boolean;
  readonly text: SealedRef;
  readonly reporterName?: SealedRef;
  readonly reporterPhone?: SealedRef;
}

const sealed = Schema.Types.Mixed;

const schema = new Schema<IncidentDocument>(
  {
    _id: { type: String, required: true },
    _version: { type: Number, required: true },
    gridCode: { type: String, required: true, index: true },
    streetCode: { type: String, required: true },
    categoryCode: { type: String, required: true },
    location: { lon: { type: Number, required: true }, lat: { type: Number, required: true } },
    urgent: { type: Boolean, required: true },
    channel: { type: String, required: true },
    status: { type: String, required: true },
    duplicateOf: String,
    reportedAt: { type: String, required: true, index: true },
    recordedBy: { type: String, required: true },
    onBehalfOf: String,
    pictures: [{ _id: false, pictureId: String, sha256: String }],
    hasCase: { type: Boolean, required: true },
    text: { type: sealed, required: true },
    reporterName: sealed,
    reporterPhone: sealed,
  },
  { _id: false, versionKey: false },
);
schema.index({ categoryCode: 1, reportedAt: 1 });
schema.index({ gridCode: 1, reportedAt: 1 });
schema.index({ 'location.lon': 1, 'location.lat': 1 });

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
    channel: data.channel as IncidentChannel,
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
  version: 3,
  schema,
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
