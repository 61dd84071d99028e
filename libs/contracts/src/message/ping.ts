import { allCommands, commandOptions } from './command.ts';
import { allQueries, queryOptions } from './query.ts';

/** Every service that takes commands or answers queries. */
export const allServices = (): readonly string[] =>
  [
    ...new Set([
      ...allCommands().map((type) => commandOptions(type).service),
      ...allQueries().map((type) => queryOptions(type).service),
    ]),
  ].toSorted();

/** What a service answers whenever it is there at all, with nothing. */
export const pingSubject = (service: string): string => `panshi.${service}.ping`;
