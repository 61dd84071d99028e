import { describe, expect, it } from '@jest/globals';
import {
  allCommands,
  allQueries,
  commandOptions,
  eventTypes,
  permissions,
  queryOptions,
  roles,
} from '@panshi/contracts';
import { definitions } from '../support/definitions.ts';
import { isTest } from './rules.ts';
import { filesBelow } from './tree.ts';

const handled = definitions.flatMap(({ name, aggregates }) =>
  aggregates.flatMap(({ commands }) => commands.map(({ command }) => `${name}.${command.name}`)),
);
const answered = definitions.flatMap(({ name, queries }) => queries.map(({ query }) => `${name}.${query.name}`));

describe('definitions and contracts agree', () => {
  it('each command is decided once, by the service it names', () =>
    expect(handled.toSorted()).toEqual(
      allCommands()
        .map((t) => `${commandOptions(t).service}.${t.name}`)
        .toSorted(),
    ));

  it('each query is answered once, by the service it names', () =>
    expect(answered.toSorted()).toEqual(
      allQueries()
        .map((t) => `${queryOptions(t).service}.${t.name}`)
        .toSorted(),
    ));

  it('no two of them share a route', () => {
    const routes = [...allCommands().map(commandOptions), ...allQueries().map(queryOptions)].map(({ route }) => route);
    const shapes = routes.map((route) => route.replaceAll(/:\w+/g, ':'));
    expect(shapes.filter((shape, i) => shapes.indexOf(shape) !== i)).toEqual([]);
  });

  it('each permission of a role exists, and each permission is held by a role, but the system’s', () => {
    const held = new Set(Object.values(roles).flatMap((role) => role.permissions));
    expect(Object.keys(permissions).filter((name) => !held.has(name as never))).toEqual(['system.act']);
  });

  it('each event of proto/ is decided somewhere, in a service or by what runs them all', () => {
    const decisions = [...filesBelow('services'), ...filesBelow('libs/service-kit')].filter(
      ({ path }) => !isTest(path) && !/\/(views|queries|demo)\//.test(path),
    );
    const text = decisions.map((file) => file.text).join('\n');
    expect(
      Object.keys(eventTypes).filter((type) => !text.includes(`type: '${type}'`) && !text.includes(`'${type}'`)),
    ).toEqual([]);
  });
});
