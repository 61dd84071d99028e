import type { RecordedEvent } from '@panshi/event-store';

const usual = 500;

/** Events some at a time, to be folded together. */
export async function* inChunks(events: AsyncIterable<RecordedEvent>, most = usual): AsyncGenerator<RecordedEvent[]> {
  const size = Math.min(most, usual);
  let some: RecordedEvent[] = [];
  for await (const event of events) {
    some.push(event);
    if (some.length < size) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}
