import { describe, expect, it } from '@jest/globals';
import {
  allStreams,
  Paged,
  type Permission,
  type Principal,
  queryOptions,
  type QueryType,
  streamTypeOf,
} from '@panshi/contracts';
import type { AggregateDefinition, QueryContext, ServiceDefinition } from '@panshi/service-kit';
import { type Recorded, World } from '@panshi/testing/in-memory';
import fc from 'fast-check';
import { join } from 'node:path';
import { isVisibleTo } from '../../services/gateway/src/live/visible.ts';
import { root, services } from './workspace.ts';

const now = '2026-03-02T01:00:00.000Z';

const part = fc.constantFrom('001', '002');
const grid = fc.tuple(part, part, part).map((parts) => `320113${parts.join('')}`);
const region = fc.tuple(grid, fc.constantFrom(6, 9, 12, 15)).map(([code, length]) => code.slice(0, length));

/** The fields of an event that say where something is: of one level, or of any. */
const levels = { districtCode: 6, streetCode: 9, communityCode: 12, gridCode: 15 } as const;
const elsewhere: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  regionCode: region,
  scope: fc.array(region, { minLength: 1, maxLength: 3 }),
};

/** The data of an event as it would be of other places. */
const anywhere = (data: object): fc.Arbitrary<object> => {
  const fields = Object.keys(elsewhere).filter((field) => Reflect.get(data, field) !== undefined);
  const moved = fc.record(Object.fromEntries(fields.map((field) => [field, elsewhere[field]!])));
  const named = Object.entries(levels).filter(([field]) => Reflect.get(data, field) !== undefined);
  return fc.tuple(grid, moved).map(([code, others]) => ({
    ...data,
    ...Object.fromEntries(named.map(([field, length]) => [field, code.slice(0, length)])),
    ...others,
  }));
};

/** An event that begins what a list shows, and that list. */
interface Beginning {
  readonly service: ServiceDefinition;
  readonly event: Recorded;
  readonly list: QueryType;
}

/** Which fields are there makes another of an event: a cloud group of a grid, one of a whole community. */
const formOf = ({ event: { type, data }, list }: Beginning): string =>
  `${type} (${Object.keys({ ...levels, ...elsewhere }).filter((field) => Reflect.get(data, field) !== undefined)}) in ${list.name}`;

/** What begins in a service's busy world and may be heard of: each form once, as the lists of that permission show it. */
const beginningsIn = async (folder: string, service: ServiceDefinition): Promise<readonly Beginning[]> => {
  const { busyWorld } = (await import(join(root, folder, 'test/busy-world.ts'))) as {
    busyWorld: () => Promise<{ readonly log: readonly Recorded[] }>;
  };
  const lists = service.queries.map(({ query }) => query).filter((query) => query.prototype instanceof Paged);
  const kinds = new Set(service.aggregates.map(({ stream }) => stream.name));
  const seen = new World(service, now);
  const found = new Map<string, Beginning>();
  for (const event of (await busyWorld()).log) {
    const kind = streamTypeOf(event.stream);
    for (const list of kind && kinds.has(kind.name) ? lists : []) {
      const { permission, views } = queryOptions(list);
      const begins = service.views
        .filter(({ name, from }) => views.includes(name) && from.includes(event.type))
        .some((view) => {
          const [id, ...more] = view.keys(event);
          return id !== undefined && more.length === 0 && !seen.documents(view).has(id);
        });
      const beginning = { service, event, list };
      if (begins && permission === kind?.reader) found.set(formOf(beginning), beginning);
    }
    seen.record(event.stream, event);
  }
  return [...found.values()];
};

const beginnings = (
  await Promise.all(services.map(({ folder, definition }) => beginningsIn(folder, definition)))
).flat();

const permissions = [...new Set(beginnings.map(({ list }) => queryOptions(list).permission))];

const principal: fc.Arbitrary<Principal> = fc
  .array(fc.record({ territory: region, permissions: fc.subarray<Permission>(permissions) }), { maxLength: 3 })
  .map((grants) => ({
    actor: { account: 'a', person: 'p', post: 'o' },
    grants: grants.map((grant) => ({ role: 'r', ...grant })),
  }));

const listed = async (world: World, { service, list }: Beginning, by: Principal): Promise<boolean> => {
  const context = { views: world.views, principal: by, now: world.now } as unknown as QueryContext;
  const { answer } = service.queries.find(({ query }) => query === list)!;
  const { items } = (await answer(new list(), context)) as { readonly items: readonly object[] };
  return items.length === 1;
};

describe('what happens is heard live by whom it is listed for, and by nobody else', () => {
  it('in every kind of stream that anybody may hear of', () => {
    const kept = new Set(services.flatMap(({ definition }) => definition.aggregates.map(({ stream }) => stream.name)));
    const heard = allStreams().filter(({ name, reader }) => reader !== 'nobody' && kept.has(name));
    const begun = new Set(beginnings.map(({ event }) => streamTypeOf(event.stream)?.name));
    expect(heard.map(({ name }) => name).filter((name) => !begun.has(name))).toEqual([]);
  });

  it.each(beginnings.map((beginning) => [formOf(beginning), beginning] as const))('%s', async (_, beginning) => {
    const { service, event } = beginning;
    const { stream, type } = event;
    const kind = streamTypeOf(stream)!;
    const aggregate = service.aggregates.find(({ stream: { name } }) => name === kind.name) as AggregateDefinition;
    await fc.assert(
      fc.asyncProperty(anywhere(event.data), principal, async (data, by) => {
        const world = new World(service, now);
        const regions = aggregate.regions(aggregate.fold.initial, { type, data });
        world.record(stream, { type, data });
        expect(isVisibleTo(by)({ kind, regions })).toBe(await listed(world, beginning, by));
      }),
    );
  });
});
