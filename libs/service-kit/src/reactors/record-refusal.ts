import { commandOptions, type CommandType, eventTypes, reactionStream } from '@panshi/contracts';
import { type EventStore, type NewEvent, WrongExpectedVersion } from '@panshi/event-store';
import type { Provenance } from '@panshi/kernel';
import { derivedId, type RejectedReaction } from '@panshi/read-model';

const type = 'ReactionRefused';

/** Puts a refused reaction on record in the log, in a stream of its own: however often it is refused, once. */
export const recordRefusal = async (
  rejected: RejectedReaction,
  store: Pick<EventStore, 'append'>,
  provenance: Provenance,
): Promise<void> => {
  const { by, command, issued, cause, regions, at, code, params } = rejected;
  const { commandId, ...ids } = issued;
  const event: NewEvent = {
    id: derivedId(Date.parse(at), 'refusal', commandId),
    type,
    schema: eventTypes[type].schema,
    data: {
      reactor: by,
      command: command.constructor.name,
      cause,
      code,
      params: Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)])),
      territory: territoryOf(command),
    },
    occurredAt: at,
    ...ids,
    provenance,
    regions,
    fingerprint: 'system',
  };
  try {
    await store.append(reactionStream.of(issued), [event], { expect: 'none', commandId });
  } catch (error) {
    if (!(error instanceof WrongExpectedVersion)) throw error;
  }
};

const territoryOf = (command: object): string => {
  const { territory } = commandOptions(command.constructor as CommandType);
  const [region] = territory === undefined ? [] : [Reflect.get(command, territory) as unknown].flat();
  return typeof region === 'string' ? region : '';
};
