import { type EventType, eventTypes } from '@panshi/contracts';
import type { DomainEvent } from '@panshi/kernel';
import type { AggregateDefinition, CommandHandling, ServiceDefinition } from '@panshi/service-kit';
import { asRead } from '../as-read.ts';
import { sealedText } from '../context.ts';

/** Who decides a command. @throws {TypeError} when nobody does */
export const handlingOf = (
  { aggregates }: ServiceDefinition,
  command: object,
): { readonly aggregate: AggregateDefinition; readonly handling: CommandHandling } => {
  for (const aggregate of aggregates)
    for (const handling of aggregate.commands)
      if (handling.command === command.constructor) return { aggregate, handling };
  throw new TypeError(`nobody handles ${command.constructor.name}`);
};

/** The ids of one command: `<label>-1`, `<label>-2`, …, for a label always the same. */
export const labelledIds = (next: () => number): ((label: string) => string) => {
  const ids = new Map<string, string>();
  return (label) => {
    const id = ids.get(label) ?? `${label}-${next()}`;
    ids.set(label, id);
    return id;
  };
};

/** The event with its personal fields sealed, as a log gives it back. */
export const sealedEvent = ({ type, data }: DomainEvent): DomainEvent => {
  const fields = data as Record<string, unknown>;
  const personal = eventTypes[type as EventType].personal.map(({ path }) => path[0]!);
  const closed = personal.filter((field) => fields[field] !== undefined).map((field) => [field, sealedText()]);
  return asRead({ type, data: { ...fields, ...Object.fromEntries(closed) } });
};
