import type { CommandEnvelope } from '@panshi/contracts';
import type { NewEvent } from '@panshi/event-store';
import type { DomainEvent, Instant, Provenance } from '@panshi/kernel';
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

/** Decided events made ready to append: ids that follow from the command's, personal fields sealed. */
export const recordable = (
  decided: readonly DomainEvent[],
  stream: string,
  envelope: CommandEnvelope,
  ids: CommandIds,
  now: Instant,
  { keys, schemas, provenance }: Recording,
): Promise<NewEvent[]> => {
  const { correlationId, causationId, fingerprint, occurredAt = now } = envelope;
  const { actor } = envelope.principal;
  return Promise.all(
    decided.map(async (event, index): Promise<NewEvent> => {
      const { schema } = schemaOf(event.type, schemas);
      const id = ids.eventId(index);
      const data = await sealPersonal(event, { stream, eventId: id }, keys, { types: schemas }).catch(keysLater);
      const { type } = event;
      return { id, type, schema, data, occurredAt, actor, correlationId, causationId, provenance, fingerprint };
    }),
  );
};

const keysLater = (error: unknown): never => {
  throw error instanceof KeysUnavailable ? unavailable('keys-unavailable') : error;
};
