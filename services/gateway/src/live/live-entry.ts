import { streamTypeOf } from '@panshi/contracts';
import type { Position, RecordedEvent } from '@panshi/event-store';
import { sseFrame } from './sse-frame.ts';
import type { EventScope } from './visible.ts';

/** An event as live streams know it: of what kind, where, and what is sent of it, made once for all clients. */
export interface LiveEntry extends EventScope {
  readonly position: Position;
  readonly frame: Uint8Array;
}

/** Ids and positions only: what happened is looked up by those who may. */
export const liveEntry = ({ stream, version, type, position, regions }: RecordedEvent): LiveEntry => ({
  position,
  kind: streamTypeOf(stream),
  regions,
  frame: sseFrame({ id: position, event: 'appended', data: { position, stream, version, type } }),
});
