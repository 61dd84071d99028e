import { describe, expect, it } from '@jest/globals';
import { allCommands, allQueries, commandOptions, queryOptions } from '@panshi/contracts';
import type { ServiceDefinition } from '@panshi/service-kit';

const names = (types: readonly { readonly name: string }[]): readonly string[] => types.map(({ name }) => name).sort();

/**
 * What holds between a service's definition and its contracts. `leftToDecision`: the commands of which only the
 * decision says where authority is asked for.
 */
export const definitionKeepsContracts = (service: ServiceDefinition, leftToDecision: readonly string[] = []): void => {
  const { name, aggregates, queries } = service;

  describe(`the ${name} service`, () => {
    it('handles every command of its contracts, each once', () => {
      const handled = aggregates.flatMap(({ commands }) => commands.map(({ command }) => command));
      expect(names(handled)).toEqual(names(allCommands(name)));
    });

    it('answers every query of its contracts, each once, from views it has', () => {
      expect(names(queries.map(({ query }) => query))).toEqual(names(allQueries(name)));
      const views = service.views.map((view) => view.name);
      for (const query of allQueries(name))
        expect(views).toEqual(expect.arrayContaining([...queryOptions(query).views]));
    });

    it('gives every route to one command or query', () => {
      const routes = [
        ...allCommands(name).flatMap((type) => commandOptions(type).route ?? []),
        ...allQueries(name).map((type) => queryOptions(type).route),
      ];
      expect(new Set(routes).size).toBe(routes.length);
    });

    it('knows for every other command where authority is asked for', () => {
      const decided = aggregates
        .filter(({ territory }) => territory === undefined)
        .flatMap(({ commands }) => commands.map(({ command }) => command))
        .filter((command) => commandOptions(command).territory === undefined);
      expect(names(decided)).toEqual(leftToDecision.toSorted());
    });
  });
};
