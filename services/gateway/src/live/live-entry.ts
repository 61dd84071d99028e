import type { Position, RecordedEvent } from '@panshi/event-store';
import { sseFrame } from './sse-frame.ts';
import { type Happening, permissionToHear } from './visible.ts';

/** An event as live streams know it: what shows it, where it lies, and what is sent of it, made once for all clients. */
export interface LiveEntry extends Happening {
  readonly position: Position;
  readonly frame: Uint8Array;
}

/** Ids and positions only: what happened is looked up by those who may. */
export const liveEntry = (
  { stream, version, type, position }: RecordedEvent,
  region: string | undefined,
): LiveEntry => ({
  position,
  permission: permissionToHear(stream),
  region,
  frame: sseFrame({ id: position, event: 'appended', data: { position, stream, version, type } }),
});
