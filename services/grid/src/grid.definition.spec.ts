import { describe, expect, it } from '@jest/globals';
import { commandOptions, commandsOf, queriesOf, queryOptions } from '@panshi/contracts';
import { gridDefinition } from './grid.definition.ts';

const names = (types: readonly { readonly name: string }[]): readonly string[] => types.map(({ name }) => name).sort();

describe('the grid service', () => {
  it('handles every command of its contracts, each once', () => {
    const handled = gridDefinition.aggregates.flatMap(({ commands }) => commands.map(({ command }) => command));
    expect(names(handled)).toEqual(names(commandsOf('grid')));
  });

  it('answers every query of its contracts, each once, from views it has', () => {
    expect(names(gridDefinition.queries.map(({ query }) => query))).toEqual(names(queriesOf('grid')));
    const views = gridDefinition.views.map(({ name }) => name);
    for (const query of queriesOf('grid'))
      expect(views).toEqual(expect.arrayContaining([...queryOptions(query).views]));
  });

  it('gives every route to one command or query', () => {
    const routes = [
      ...commandsOf('grid').map((type) => commandOptions(type).route),
      ...queriesOf('grid').map((type) => queryOptions(type).route),
    ];
    expect(new Set(routes).size).toBe(routes.length);
  });

  it('leaves to the decision only where a whole scope or a place says where authority is asked for', () => {
    const decided = gridDefinition.aggregates
      .filter(({ territory }) => territory === undefined)
      .flatMap(({ commands }) => commands.map(({ command }) => command))
      .filter((command) => commandOptions(command).territory === undefined);
    expect(names(decided)).toEqual([
      'ActivateWartime',
      'ApproveActivation',
      'ChangeLevel',
      'DeclineActivation',
      'NarrowScope',
      'StandDown',
      'WidenScope',
    ]);
  });
});
