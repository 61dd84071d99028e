import { type CommandOptions, commandOptions, type CommandType } from '@panshi/contracts';
import type { AggregateDefinition, CommandHandling } from '../definition/aggregate.ts';

/** What a command class is bound to: its aggregate, how that handles it, and what the class says of itself. */
export interface CommandBinding {
  readonly aggregate: AggregateDefinition;
  readonly handling: CommandHandling;
  readonly options: CommandOptions;
}

/** The bindings of every command of these aggregates. @throws {TypeError} when two aggregates claim one command */
export const commandBindings = (
  aggregates: readonly AggregateDefinition[],
): ReadonlyMap<CommandType, CommandBinding> => {
  const found = new Map<CommandType, CommandBinding>();
  for (const aggregate of aggregates)
    for (const handling of aggregate.commands) {
      if (found.has(handling.command)) throw new TypeError(`${handling.command.name} is handled twice`);
      found.set(handling.command, { aggregate, handling, options: commandOptions(handling.command) });
    }
  return found;
};
