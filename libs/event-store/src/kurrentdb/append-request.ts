import { draftAppend } from '../draft.ts';
import { DuplicateEvent } from '../errors.ts';
import type { AppendOptions, NewEvent } from '../port.ts';
import { type Outgoing, outgoing } from './event-writer.ts';

/** An append made ready, but for the version and time only the write knows. */
export interface AppendRequest extends AppendOptions {
  readonly stream: string;
  readonly events: readonly NewEvent[];
  readonly outgoing: readonly Outgoing[];
}

/** @throws {TypeError} on events that cannot be written @throws {EventTooLarge} @throws {DuplicateEvent} */
export const appendRequest = (stream: string, events: readonly NewEvent[], options: AppendOptions): AppendRequest => {
  const { events: drafts } = draftAppend(stream, options.commandId, events);
  const ids = events.map(({ id }) => id);
  if (new Set(ids).size < ids.length) throw new DuplicateEvent('an event id comes twice in one append');
  const ready = events.map((event, i) => outgoing(event, options.commandId, drafts[i]!));
  return { ...options, stream, events, outgoing: ready };
};
