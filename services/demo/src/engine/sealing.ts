import type { ImportedEvent, RecordedEvent } from '@panshi/event-store';
import { assertSealed, type KeyStore, sealPersonal } from '@panshi/privacy';

/** Events sealed together, so that the keys they need are made durable together. */
const BATCH = 1_000;

/**
 * Seals the personal fields of events on their way into a log; what is not sealed does not pass. One batch ahead of
 * whoever takes them: what follows is made while the log writes.
 */
export async function* sealed(
  events: AsyncGenerator<RecordedEvent>,
  keys: Pick<KeyStore, 'keysFor'>,
): AsyncGenerator<ImportedEvent> {
  const nextBatch = (): Promise<readonly ImportedEvent[]> => {
    const batch = taken(events).then((some) => Promise.all(some.map((event) => imported(event, keys))));
    batch.catch(() => {}); // Told to whoever takes the batch; nobody does where the log has failed before.
    return batch;
  };
  try {
    for (let ahead = nextBatch(); ;) {
      const batch = await ahead;
      if (batch.length === 0) return;
      ahead = nextBatch();
      yield* batch;
    }
  } finally {
    await events.return(undefined);
  }
}

/** The next events, fewer only at the end. */
const taken = async (events: AsyncGenerator<RecordedEvent>): Promise<readonly RecordedEvent[]> => {
  const batch: RecordedEvent[] = [];
  while (batch.length < BATCH) {
    const { done, value } = await events.next();
    if (done) break;
    batch.push(value);
  }
  return batch;
};

const imported = async (
  { version: _version, position: _position, ...event }: RecordedEvent,
  keys: Pick<KeyStore, 'keysFor'>,
): Promise<ImportedEvent> => {
  const data = await sealPersonal(event, { stream: event.stream, eventId: event.id }, keys);
  assertSealed(event.type, data);
  return { ...event, data };
};
