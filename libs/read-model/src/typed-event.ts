import { type EventType, eventTypes } from '@panshi/contracts';
import type { RecordedEvent } from '@panshi/event-store';
import type { Typed } from './view.ts';

/** Several views and reactors take the same event. */
const known = new WeakMap<RecordedEvent, object>();

/**
 * A recorded event with its data as this build's proto reads it: fields added since it was recorded have defaults.
 * A type unknown to contracts is left as recorded.
 */
export const typedEvent = <T extends EventType>(event: RecordedEvent): Typed<T> => {
  let typed = known.get(event);
  if (!typed) known.set(event, (typed = read(event)));
  return typed as Typed<T>;
};

const read = (event: RecordedEvent): object =>
  Object.hasOwn(eventTypes, event.type)
    ? { ...event, data: eventTypes[event.type as EventType].fromJSON(event.data) }
    : event;
