import type { Instant, RegionCode } from '@panshi/kernel';
import { draftEnvelope } from './envelope.ts';
import { checkSize } from './limits.ts';
import type { NewEvent } from './port.ts';

/** An event made ready for the log: all of its envelope but recordedAt and version, and what indexes know it by. */
export type DraftedEvent = readonly [
  id: string,
  type: string,
  head: string,
  tail: string,
  occurredAt: Instant,
  ...regions: RegionCode[],
];

/** An append made ready, and its size in UTF-16 units. */
export interface AppendDraft {
  readonly events: readonly DraftedEvent[];
  readonly size: number;
}

/** @throws {TypeError} on an empty append or an event that has no canonical form or no region @throws {EventTooLarge} */
export const draftAppend = (stream: string, commandId: string, events: readonly NewEvent[]): AppendDraft => {
  if (events.length === 0) throw new TypeError('an append holds at least one event');
  if (stream === '') throw new TypeError('a stream has a name');
  let size = 0;
  const drafts = events.map((event): DraftedEvent => {
    const { head, tail } = draftEnvelope(stream, commandId, event);
    size += head.length + tail.length;
    return [event.id, event.type, head, tail, event.occurredAt, ...event.regions];
  });
  checkSize(drafts, size);
  return { events: drafts, size };
};

/** Milliseconds since 1970 of an instant. @throws {RangeError} when it is not in the one form instants have */
export const timeOf = (instant: Instant): number => {
  const time = Date.parse(instant);
  if (Number.isNaN(time) || new Date(time).toISOString() !== instant) throw new RangeError(`no instant: ${instant}`);
  return time;
};
