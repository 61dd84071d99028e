import type { Instant } from '@panshi/kernel';
import { draftEnvelope, type EnvelopeDraft } from './envelope.ts';
import { measureAppend } from './limits.ts';
import type { NewEvent } from './port.ts';

/** An append made ready for the log: its drafts, and their size in bytes. */
export interface AppendDraft {
  readonly events: readonly (EnvelopeDraft & { readonly id: string; readonly type: string })[];
  readonly bytes: number;
}

/** @throws {TypeError} on an empty append or an event that has no canonical form @throws {EventTooLarge} */
export const draftAppend = (stream: string, commandId: string, events: readonly NewEvent[]): AppendDraft => {
  if (events.length === 0) throw new TypeError('an append holds at least one event');
  if (stream === '') throw new TypeError('a stream has a name');
  const drafts = events.map((event) => {
    const { head, tail } = draftEnvelope(stream, commandId, event);
    return { id: event.id, type: event.type, head, tail };
  });
  return { events: drafts, bytes: measureAppend(drafts) };
};

/** Milliseconds since 1970 of an instant. @throws {RangeError} when it is not in the one form instants have */
export const timeOf = (instant: Instant): number => {
  const time = Date.parse(instant);
  if (Number.isNaN(time) || new Date(time).toISOString() !== instant) throw new RangeError(`no instant: ${instant}`);
  return time;
};
