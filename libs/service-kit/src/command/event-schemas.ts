import { type EventTypeInfo, eventTypes } from '@panshi/contracts';

/** What is known of each event type: its schema, its parser and its personal fields. */
export type EventSchemas = Readonly<Record<string, EventTypeInfo>>;

export const knownSchemas: EventSchemas = eventTypes;

/** @throws {TypeError} for a type that proto/ does not know */
export const schemaOf = (type: string, schemas: EventSchemas): EventTypeInfo => {
  const found = schemas[type];
  if (!found) throw new TypeError(`unknown event type ${type}`);
  return found;
};
