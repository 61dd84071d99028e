import { type EventType, eventTypes } from '@panshi/contracts';
import type { DomainEvent } from '@panshi/kernel';

/** An event as a log gives it back: proto has read its data, so that each of its fields is there, if without a value. */
export const asRead = <Event extends DomainEvent>(event: Event): Event => {
  const known = Object.hasOwn(eventTypes, event.type) ? eventTypes[event.type as EventType] : undefined;
  return known ? { ...event, data: known.fromJSON(JSON.parse(JSON.stringify(event.data))) } : event;
};
