import { reachEvent } from '@panshi/contracts';
import type { EventStore, Position, RecordedEvent } from '@panshi/event-store';
import { matches, type Selection, streamsOf } from './selection.ts';

/** One step of a replay: an event that was asked for, or how far the reading has come. */
export type ReplayStep =
  | { readonly kind: 'event'; readonly event: RecordedEvent }
  | { readonly kind: 'progress'; readonly read: number; readonly shown: number; readonly recordedAt: string };

const progressEvery = 5_000;

/**
 * Streams history in the order of the log. `territories` bounds it to what the reader may see; `['']` is everything.
 * Ends at the head of the log as it was at the beginning.
 */
export async function* replay(
  store: EventStore,
  selection: Selection,
  territories: readonly string[] = [''],
): AsyncIterable<ReplayStep> {
  const upTo = await lastPosition(store, selection.asOf);
  let read = 0;
  let shown = 0;
  for await (const event of events(store, selection, upTo, territories)) {
    read += 1;
    if (reachEvent(territories, event.regions) && matches(selection, event)) {
      shown += 1;
      yield { kind: 'event', event };
    }
    if (read % progressEvery === 0) yield { kind: 'progress', read, shown, recordedAt: event.recordedAt };
  }
}

const isInstant = (text: string): boolean => text.includes('T');

const lastPosition = async (store: EventStore, asOf: string | undefined): Promise<Position> => {
  const head = await store.head();
  if (!asOf) return head;
  const asked = isInstant(asOf) ? await store.positionAt(asOf) : asOf;
  return asked < head ? asked : head;
};

async function* events(
  store: EventStore,
  selection: Selection,
  upTo: Position,
  territories: readonly string[],
): AsyncIterable<RecordedEvent> {
  const streams = streamsOf(selection);
  if (!streams) {
    const { types, from, to, territory } = selection;
    const regions = territory ? [territory] : territories.includes('') ? undefined : territories;
    yield* store.readAll({ upTo, types, regions, ...((from || to) && { occurred: { from, to } }) });
    return;
  }
  const all: RecordedEvent[] = [];
  for (const stream of streams)
    for await (const event of store.readStream(stream)) if (event.position <= upTo) all.push(event);
  yield* all.toSorted((a, b) => (a.position < b.position ? -1 : 1));
}
