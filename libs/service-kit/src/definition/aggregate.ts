import { commandOptions, type CommandType, type StreamType } from '@panshi/contracts';
import type { Decide, DecisionContext, DomainEvent, Fold, RegionCode } from '@panshi/kernel';
import type { ViewDefinition } from '@panshi/read-model';
import type { Lookup } from './lookup.ts';

/** How one command is handled: which stream it concerns, what must be looked up first, and the decision. */
export interface CommandHandling<
  State = unknown,
  C extends object = object,
  Decided extends DomainEvent = DomainEvent,
> {
  readonly command: CommandType<C>;
  /** The stream it concerns. `newId` gives the id of what it creates where the client gave none. */
  stream(command: C, newId: (label: string) => string): string;
  decide(state: State, command: C, context: DecisionContext<never>): readonly Decided[];
  facts?(command: C, lookup: Lookup): unknown;
}

/** What happens in the streams of one kind: their fold, where its events lie, and the commands decided on it. */
export interface AggregateDefinition<State = unknown, Event extends DomainEvent = DomainEvent> {
  readonly stream: StreamType;
  readonly fold: Fold<State, Event>;
  /** The region the stream lies in, where the command does not name it; checked against the actor's authority. */
  territory?(state: State): string | undefined;
  /** The regions an event concerns, decided in this state: of a move both ends, of a scope all of it. */
  regions(state: State, event: Event): readonly RegionCode[];
  /** Views that the facts of its commands look in. */
  readonly views?: readonly ViewDefinition[];
  readonly commands: readonly CommandHandling<State>[];
}

interface Handling<State, C extends object, Decided extends DomainEvent, Facts> {
  readonly decide: Decide<State, C, Decided, Facts>;
  facts?(command: C, lookup: Lookup): Facts | Promise<Facts>;
}

/** Where a command does not have every field that names a stream, it must say which one it concerns. */
type Naming<C extends object, Key> = keyof Key extends keyof C
  ? Partial<Pick<CommandHandling<unknown, C>, 'stream'>>
  : Pick<CommandHandling<unknown, C>, 'stream'>;

/** Binds a command class to its decision; inside {@link defineAggregate}. */
export type On<State, Key extends object> = <C extends object, Decided extends DomainEvent, Facts = undefined>(
  command: CommandType<C>,
  handling: Handling<State, C, Decided, Facts> & Naming<C, Key>,
) => CommandHandling<State>;

/**
 * Defines a stream type: `commands: (on) => [on(DelineateGrid, { decide }), …]`. A command concerns the stream that its
 * fields name, with a new id where it creates and carries none, unless its handling says another.
 */
export const defineAggregate = <State, Event extends DomainEvent, Key extends object = never>(
  definition: Omit<AggregateDefinition<State, Event>, 'commands' | 'stream'> & {
    readonly stream: StreamType<Key>;
    commands(on: On<State, Key>): readonly CommandHandling<State>[];
  },
): AggregateDefinition<State, Event> => ({
  ...definition,
  commands: definition.commands((command, handling) => {
    const stream = namedBy(definition.stream, command);
    return { command, stream, ...handling } as unknown as CommandHandling<State>;
  }),
});

const namedBy = <Key extends object>({ of }: StreamType<Key>, command: CommandType): CommandHandling['stream'] => {
  const { creates } = commandOptions(command);
  if (creates === undefined) return (fields) => of(fields as Key);
  return (fields, newId) => of({ ...fields, [creates]: Reflect.get(fields, creates) ?? newId(creates) } as Key);
};
