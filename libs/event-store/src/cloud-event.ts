import type { RecordedEvent } from './port.ts';

/** A CloudEvent 1.0 in JSON; what CloudEvents has no name for are extensions (lower case, letters and digits). */
export interface CloudEvent {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: string;
  readonly subject: string;
  readonly type: string;
  readonly time: string;
  readonly datacontenttype: 'application/json';
  readonly dataschema: string;
  readonly data: object;
  /** The position: sorts as text (extension "sequence"). */
  readonly sequence: string;
  readonly streamversion: number;
  readonly recordedat: string;
  readonly commandid: string;
  readonly correlationid: string;
  readonly causationid: string;
  readonly actoraccount: string;
  readonly actorperson: string;
  readonly actorpost: string;
  readonly provenance: string;
  /** Region codes, separated by commas: an attribute is no list. */
  readonly regions: string;
  /** Of the extension for distributed tracing. */
  readonly traceparent?: string;
  readonly fingerprint: string;
}

/** The event as a CloudEvent, one to one: nothing is lost, nothing is added. */
export const toCloudEvent = (event: RecordedEvent): CloudEvent => ({
  specversion: '1.0',
  id: event.id,
  source: '/panshi/log',
  subject: event.stream,
  type: event.type,
  time: event.occurredAt,
  datacontenttype: 'application/json',
  dataschema: `proto:${event.schema}`,
  data: event.data,
  sequence: event.position,
  streamversion: event.version,
  recordedat: event.recordedAt,
  commandid: event.commandId,
  correlationid: event.correlationId,
  causationid: event.causationId,
  actoraccount: event.actor.account,
  actorperson: event.actor.person,
  actorpost: event.actor.post,
  provenance: event.provenance,
  regions: event.regions.join(),
  ...(event.traceparent && { traceparent: event.traceparent }),
  fingerprint: event.fingerprint,
});
