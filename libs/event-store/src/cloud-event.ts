import type { RecordedEvent } from './port.ts';

/**
 * The event as a CloudEvent 1.0 in JSON, one to one: nothing is lost, nothing is added. What CloudEvents has no name for
 * are extensions (lower case, letters and digits).
 */
export const toCloudEvent = (event: RecordedEvent) => ({
  specversion: '1.0',
  id: event.id,
  source: '/panshi/log',
  subject: event.stream,
  type: event.type,
  time: event.occurredAt,
  datacontenttype: 'application/json',
  dataschema: `proto:${event.schema}`,
  data: event.data,
  /** Sorts as text (extension "sequence"). */
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
  /** Region codes, separated by commas: an attribute is no list. */
  regions: event.regions.join(),
  /** Of the extension for distributed tracing. */
  ...(event.traceparent && { traceparent: event.traceparent }),
  fingerprint: event.fingerprint,
});
