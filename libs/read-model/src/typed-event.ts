import { type EventType, eventTypes } from '@panshi/contracts';
import type { RecordedEvent } from '@panshi/event-store';
import type { Typed } from './view.ts';

/**
 * A recorded event with its data as this build's proto reads it: fields added since it was recorded have defaults.
 * A type unknown to contracts is left as recorded.
 */
export const typedEvent = <T extends EventType>(event: RecordedEvent): Typed<T> => {
  const known = Object.hasOwn(eventTypes, event.type) ? eventTypes[event.type as EventType] : undefined;
  return (known ? { ...event, data: known.fromJSON(event.data) } : event) as unknown as Typed<T>;
};
