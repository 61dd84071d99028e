import { describe, expect, it } from '@jest/globals';
import {
  allCommands,
  allQueries,
  allStreams,
  commandOptions,
  eventTypes,
  fieldsOf,
  GetCase,
  GetGrid,
  permissions,
  type QueryOptions,
  queryOptions,
  roles,
  routedCommands,
} from '@panshi/contracts';
import { processes } from '../../scripts/workspace.ts';
import { recordedTypes } from './recorded-types.ts';
import { isAggregate, isTest } from './rules.ts';
import { filesBelow } from './tree.ts';
import { services } from './workspace.ts';

const definitions = services.map(({ definition }) => definition);
const handled = definitions.flatMap(({ name, aggregates }) =>
  aggregates.flatMap(({ commands }) => commands.map(({ command }) => `${name}.${command.name}`)),
);
const answered = definitions.flatMap(({ name, queries }) => queries.map(({ query }) => `${name}.${query.name}`));

/** Wartime alone: its whole scope is looked at, not one region of it. */
const whereOnlyTheDecisionSays = [
  'ActivateWartime',
  'ApproveActivation',
  'ChangeLevel',
  'ConfirmVerbalApproval',
  'DeclineActivation',
  'DenyVerbalApproval',
  'NarrowScope',
  'RecordVerbalApproval',
  'StandDown',
  'WidenScope',
].map((name) => `grid.${name}`);

/** The packages of layer `service` that a composition's exports take no module from. */
const leftOut = async (composition: object): Promise<readonly string[]> => {
  const held = new Set<unknown>(Object.values(composition));
  const exports = await Promise.all(
    processes
      .filter((name) => name !== 'gateway')
      .map(async (name) => [name, (await import(`@panshi/${name}`)) as object] as const),
  );
  return exports.filter(([, each]) => !Object.values(each).some((value) => held.has(value))).map(([name]) => name);
};

/** Queries about one thing, by what they say of their answer, that do not say which stream their ETag is of. */
const unversioned = (queries: readonly Pick<QueryOptions, 'route' | 'answer' | 'stream'>[]): readonly string[] =>
  queries
    .filter(({ answer }) => !['items', 'rows'].some((many) => fieldsOf(answer).has(many)))
    .filter(({ answer, stream }) => !stream || stream.key.some((field) => !fieldsOf(answer).has(field)))
    .map(({ route }) => route);

describe('definitions and contracts agree', () => {
  it('each query about one thing names the stream its ETag is of, and its answer holds what names that', () =>
    expect(unversioned(allQueries().map(queryOptions))).toEqual([]));

  it('and one that does not would be seen', () => {
    const { stream: _, ...none } = queryOptions(GetGrid);
    const other = { ...none, stream: queryOptions(GetCase).stream! };
    expect(unversioned([none, other])).toEqual([none.route, none.route]);
  });

  it('each service is named as its package is', () =>
    expect(services.map(({ name }) => name)).toEqual(definitions.map(({ name }) => `@panshi/${name}`)));

  it('each service is held by the server that is one process, in services/embedded/src/services.ts', async () =>
    expect(await leftOut(await import('@panshi/embedded/services'))).toEqual([]));

  it('and one that is forgotten there would be seen', async () => {
    const { GridModule: _, ...others } = await import('@panshi/embedded/services');
    expect(await leftOut(others)).toEqual(['grid']);
  });

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

  it('each query is answered from views of its own service', () => {
    const lost = definitions.flatMap(({ name, queries, views }) => {
      const kept = new Set<string>(views.map((view) => view.name));
      const asked = queries.flatMap(({ query }) => queryOptions(query).views.map((view) => ({ query, view })));
      return asked.filter(({ view }) => !kept.has(view)).map(({ query, view }) => `${name}.${query.name}: ${view}`);
    });
    expect(lost).toEqual([]);
  });

  it('it is known of every command where authority is asked for', () => {
    const unsaid = definitions.flatMap(({ name, aggregates }) =>
      aggregates
        .filter(({ territory }) => territory === undefined)
        .flatMap(({ commands }) => commands.map(({ command }) => command))
        .filter((command) => commandOptions(command).territory === undefined)
        .map((command) => `${name}.${command.name}`),
    );
    expect(unsaid.toSorted()).toEqual(whereOnlyTheDecisionSays);
  });

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
