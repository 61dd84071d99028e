import { type CommandOptions, commandOptions, type CommandType } from '@panshi/contracts';
import type { AggregateDefinition, CommandHandling } from '../definition/aggregate.ts';

/** A command with everything its execution reads. */
export interface Handled {
  readonly aggregate: AggregateDefinition;
  readonly handling: CommandHandling;
  readonly options: CommandOptions;
}

/** Finds how a command is handled. @throws {TypeError} when two aggregates claim one command */
export const handlings = (aggregates: readonly AggregateDefinition[]): ReadonlyMap<CommandType, Handled> => {
  const found = new Map<CommandType, Handled>();
  for (const aggregate of aggregates)
    for (const handling of aggregate.commands) {
      if (found.has(handling.command)) throw new TypeError(`${handling.command.name} is handled twice`);
      found.set(handling.command, { aggregate, handling, options: commandOptions(handling.command) });
    }
  return found;
};
