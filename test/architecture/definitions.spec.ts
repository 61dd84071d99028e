import { describe, expect, it } from '@jest/globals';
import {
  allCommands,
  allQueries,
  allStreams,
  commandOptions,
  eventTypes,
  permissions,
  queryOptions,
  roles,
  routedCommands,
} from '@panshi/contracts';
import { recordedTypes } from './recorded-types.ts';
import { isAggregate, isTest } from './rules.ts';
import { filesBelow } from './tree.ts';
import { services } from './workspace.ts';

const definitions = services.map(({ definition }) => definition);
const handled = definitions.flatMap(({ name, aggregates }) =>
  aggregates.flatMap(({ commands }) => commands.map(({ command }) => `${name}.${command.name}`)),
);
const answered = definitions.flatMap(({ name, queries }) => queries.map(({ query }) => `${name}.${query.name}`));

describe('definitions and contracts agree', () => {
  it('each service is named as its package is', () =>
    expect(services.map(({ name }) => name)).toEqual(definitions.map(({ name }) => `@panshi/${name}`)));

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

  it('each kind of stream is kept by one aggregate, but that of what runs them all', () => {
    const kept = definitions.flatMap(({ aggregates }) => aggregates.map(({ stream }) => stream.name));
    expect([...kept, 'reaction'].toSorted()).toEqual(
      allStreams()
        .map(({ name }) => name)
        .toSorted(),
    );
  });

  it('no two of them share a route', () => {
    const routes = [...routedCommands().map(commandOptions), ...allQueries().map(queryOptions)].map(
      ({ route }) => route!,
    );
    const shapes = routes.map((route) => route.replaceAll(/:\w+/g, ':'));
    expect(shapes.filter((shape, i) => shapes.indexOf(shape) !== i)).toEqual([]);
  });

  it('each permission of a role exists, and each permission is held by a role, but the system’s', () => {
    const held = new Set(Object.values(roles).flatMap((role) => role.permissions));
    expect(Object.keys(permissions).filter((name) => !held.has(name as never))).toEqual(['system.act']);
  });

  it('each event of proto/ is recorded by a decision, or by what runs them all', () => {
    const deciding = [
      ...filesBelow('services').filter(({ path }) => isAggregate(path)),
      ...filesBelow('libs/service-kit').filter(({ path }) => !isTest(path)),
    ];
    const recorded = recordedTypes(deciding);
    expect(Object.keys(eventTypes).filter((type) => !recorded.has(type))).toEqual([]);
  });

  it('and one that is only read would be seen', () => {
    const path = 'services/grid/src/incident/incident.ts';
    const reading = "switch (type) { case 'A': } if (type === 'B') from: ['C'] as 'D'[];";
    expect([...recordedTypes([{ path, text: reading }])]).toEqual([]);
    expect([...recordedTypes([{ path, text: "made('A', data); return { type: 'B' };" }])]).toEqual(['A', 'B']);
  });
});
