import type { Principal } from '@panshi/contracts';
import { type EventStore, ordinalOf, type Position, type RecordedEvent } from '@panshi/event-store';
import type { SseEvent } from './sse-writer.ts';
import type { StreamRegions } from './stream-regions.ts';
import { audibleStreams, isVisible } from './visible.ts';

/** Positions of the log that a client may have missed and still resume; beyond, it reads anew. */
const mostMissed = 10_000;

export interface LiveOptions {
  readonly store: EventStore;
  readonly regions: StreamRegions;
  readonly principal: Principal;
  /** Where the client was; from now on, when absent. */
  readonly after?: Position | undefined;
}

/**
 * What happens where the principal may look, as ids and positions only: `appended` events, a position without an event
 * where others were passed over, and `live` once nothing was left to catch up with. A client whose place is too far back
 * or beyond the log hears `reset` first: it should load what it shows again.
 */
export async function* liveEvents(options: LiveOptions, signal: AbortSignal): AsyncGenerator<SseEvent> {
  const { store, principal } = options;
  const head = await store.head();
  const after = options.after ?? head;
  const missed = ordinalOf(head) - ordinalOf(after);
  const tooOld = missed > mostMissed || missed < 0;
  if (tooOld) yield { id: head, event: 'reset', data: { position: head } };
  const from = { after: tooOld ? head : after, streamPrefixes: audibleStreams(principal) };
  for await (const message of store.subscribe(from, signal)) {
    if (message.kind === 'event') yield await shown(message.event, options);
    else if (message.kind === 'caughtUp')
      yield { id: message.position, event: 'live', data: { position: message.position } };
    else yield { id: message.position };
  }
}

const shown = async (event: RecordedEvent, { regions, principal }: LiveOptions): Promise<SseEvent> => {
  const { stream, version, type, position } = event;
  if (!isVisible(principal, stream, await regions.of(event))) return { id: position };
  return { id: position, event: 'appended', data: { position, stream, version, type } };
};
