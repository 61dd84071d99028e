import { isTraceparent, regionLevel } from '@panshi/kernel';
import { canonicalJson, canonicalString } from './canonical.ts';
import { UnusableStore } from './errors.ts';
import type { NewEvent, Position, RecordedEvent } from './port.ts';

/** Version of the envelope's form, its member `v`. */
export const envelopeVersion = 2;

/**
 * The envelope of an event but for what only the write knows: head, recordedAt, tail, version and a closing brace
 * make the canonical text. The key order is fixed, so only `data` needs sorting.
 */
export interface EnvelopeDraft {
  readonly head: string;
  readonly tail: string;
}

/** @throws {TypeError} when the event has no canonical form, no region, or what is none */
export const draftEnvelope = (stream: string, commandId: string, event: NewEvent): EnvelopeDraft => ({
  head:
    `{"actor":${writeActor(event.actor)},"causationId":${canonicalString(event.causationId)}` +
    `,"commandId":${canonicalString(commandId)},"correlationId":${canonicalString(event.correlationId)}` +
    `,"data":${canonicalJson(event.data)},"fingerprint":${canonicalString(event.fingerprint)}` +
    `,"id":${canonicalString(event.id)},"occurredAt":${canonicalString(event.occurredAt)}` +
    `,"provenance":${canonicalString(event.provenance)},"recordedAt":"`,
  tail:
    `","regions":${writeRegions(event.regions)},"schema":${canonicalString(event.schema)}` +
    `,"stream":${canonicalString(stream)}${writeTrace(event.traceparent)}` +
    `,"type":${canonicalString(event.type)},"v":${envelopeVersion},"version":`,
});

/** The canonical text of an event without its position: what is stored, hashed and exported, as UTF-8. */
export const sealEnvelope = (head: string, recordedAt: string, tail: string, version: number): string =>
  `${head}${recordedAt}${tail}${version}}`;

/** The canonical bytes of a recorded event: equal to those stored. */
export const envelopeBytes = (event: Omit<RecordedEvent, 'position'>): Uint8Array => {
  const { head, tail } = draftEnvelope(event.stream, event.commandId, event);
  return Buffer.from(sealEnvelope(head, event.recordedAt, tail, event.version), 'utf8');
};

/** Reads an envelope back. @throws {SyntaxError} when it is damaged @throws {UnusableStore} when it is of another form */
export const parseEnvelope = (text: string, position: Position): RecordedEvent => {
  const { v, ...event } = JSON.parse(text) as RecordedEvent & { v: number; position: Position };
  if (v !== envelopeVersion) throw new UnusableStore(unreadable(v));
  event.position = position;
  return event;
};

/** Whether a recorded envelope is of this command and body: the draft is it once more. */
export const isRepetition = (envelope: string, commandId: string, head: string): boolean => {
  const recorded = JSON.parse(envelope) as RecordedEvent;
  const { fingerprint } = JSON.parse(`${head}"}`) as NewEvent;
  return recorded.commandId === commandId && recorded.fingerprint === fingerprint;
};

const unreadable = (v: unknown): string =>
  `the log holds envelopes of version ${String(v)}, this build knows ${envelopeVersion}: use the build that made it`;

const writeRegions = (regions: NewEvent['regions']): string => {
  if (regions.length === 0) throw new TypeError('an event names the regions it concerns');
  if (regions.some((code) => regionLevel(code) === undefined))
    throw new TypeError('an event names as a region what is no region code');
  return `["${regions.join('","')}"]`;
};

const writeTrace = (traceparent: NewEvent['traceparent']): string => {
  if (traceparent === undefined) return '';
  if (!isTraceparent(traceparent)) throw new TypeError('an event names as its trace what is no trace context');
  return `,"traceparent":"${traceparent}"`;
};

const writeActor = ({ account, person, post }: NewEvent['actor']): string =>
  `{"account":${canonicalString(account)},"person":${canonicalString(person)},"post":${canonicalString(post)}}`;
