import { describe, expect, it } from '@jest/globals';
import { commandOptions, commandsOf, queriesOf, queryOptions } from '@panshi/contracts';
import { caseService } from './case.definition.ts';

const names = (types: readonly { readonly name: string }[]): readonly string[] => types.map(({ name }) => name).sort();

describe('the case service', () => {
  it('handles every command of its contracts, each once', () => {
    const handled = caseService.aggregates.flatMap(({ commands }) => commands.map(({ command }) => command));
    expect(names(handled)).toEqual(names(commandsOf('case')));
  });

  it('answers every query of its contracts, each once, from views it has', () => {
    expect(names(caseService.queries.map(({ query }) => query))).toEqual(names(queriesOf('case')));
    const views = caseService.views.map(({ name }) => name);
    for (const query of queriesOf('case'))
      expect(views).toEqual(expect.arrayContaining([...queryOptions(query).views]));
  });

  it('knows for every command where authority is asked for', () => {
    for (const { territory, commands } of caseService.aggregates)
      for (const { command } of commands) expect(commandOptions(command).territory ?? territory).toBeDefined();
  });

  it('gives every route to one command or query', () => {
    const routes = [
      ...commandsOf('case').map((type) => commandOptions(type).route),
      ...queriesOf('case').map((type) => queryOptions(type).route),
    ];
    expect(new Set(routes).size).toBe(routes.length);
  });
});
