import type { ImportedEvent, RecordedEvent } from '@panshi/event-store';
import { assertSealed, type KeyStore, sealPersonal } from '@panshi/privacy';

/** Events sealed together, so that the keys they need are made durable together. */
const BATCH = 1_000;

/** Seals the personal fields of events on their way into a log; what is not sealed does not pass. */
export async function* sealed(
  events: AsyncIterable<RecordedEvent>,
  keys: Pick<KeyStore, 'keysFor'>,
): AsyncGenerator<ImportedEvent> {
  let batch: RecordedEvent[] = [];
  for await (const event of events) {
    batch.push(event);
    if (batch.length < BATCH) continue;
    yield* await Promise.all(batch.map((each) => imported(each, keys)));
    batch = [];
  }
  yield* await Promise.all(batch.map((each) => imported(each, keys)));
}

const imported = async (
  { version: _version, position: _position, ...event }: RecordedEvent,
  keys: Pick<KeyStore, 'keysFor'>,
): Promise<ImportedEvent> => {
  const data = await sealPersonal(event, { stream: event.stream, eventId: event.id }, keys);
  assertSealed(event.type, data);
  return { ...event, data };
};
