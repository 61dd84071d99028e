import type { CommandEnvelope } from '@panshi/contracts';
import type { NewEvent } from '@panshi/event-store';
import type { DomainEvent, Instant, Provenance, RegionCode } from '@panshi/kernel';
import { type KeyStore, KeysUnavailable, sealPersonal } from '@panshi/privacy';
import { unavailable } from '../rejections.ts';
import { type EventSchemas, schemaOf } from './event-schemas.ts';
import type { CommandIds } from './ids.ts';

/** What turns decided events into recordable ones. */
export interface Recording {
  readonly keys: KeyStore;
  readonly schemas: EventSchemas;
  readonly provenance: Provenance;
}

/** A decided event, and the regions it concerns. */
export interface PlacedEvent {
  readonly event: DomainEvent;
  readonly regions: readonly RegionCode[];
}

/** Decided events made ready to append: ids that follow from the command's, each region once, personal fields sealed. */
export const recordable = (
  decided: readonly PlacedEvent[],
  stream: string,
  envelope: CommandEnvelope,
  ids: CommandIds,
  now: Instant,
  { keys, schemas, provenance }: Recording,
): Promise<NewEvent[]> => {
  const { correlationId, causationId, traceparent, fingerprint, occurredAt = now } = envelope;
  const { actor } = envelope.principal;
  return Promise.all(
    decided.map(async ({ event, regions: concerned }, index): Promise<NewEvent> => {
      const { schema } = schemaOf(event.type, schemas);
      const id = ids.eventId(index);
      const data = await sealPersonal(event, { stream, eventId: id }, keys, { types: schemas }).catch(asUnavailable);
      const { type } = event;
      const regions = [...new Set(concerned)].sort();
      const causes = { correlationId, causationId, ...(traceparent && { traceparent }) };
      return { id, type, schema, data, occurredAt, actor, ...causes, provenance, regions, fingerprint };
    }),
  );
};

const asUnavailable = (error: unknown): never => {
  throw error instanceof KeysUnavailable ? unavailable('keys-unavailable') : error;
};
