import { describe, expect, it } from '@jest/globals';
import { caseDefinition } from '@panshi/case';
import {
  type EventType,
  ListActivations,
  ListCases,
  ListCloudGroups,
  ListGrids,
  ListIncidents,
  ListMobilisations,
  ListPartyOrgs,
  type Permission,
  type Principal,
  queryOptions,
  type QueryType,
  streamTypeOf,
} from '@panshi/contracts';
import { gridDefinition } from '@panshi/grid';
import { organizationDefinition } from '@panshi/organization';
import type { AggregateDefinition, QueryContext, ServiceDefinition } from '@panshi/service-kit';
import { World } from '@panshi/testing/in-memory';
import fc from 'fast-check';
import { hearingOf } from '../../services/gateway/src/live/visible.ts';

const part = fc.constantFrom('001', '002');
const grid = fc.tuple(part, part, part).map((parts) => `320113${parts.join('')}`);
const cut = (...lengths: number[]) =>
  fc.tuple(grid, fc.constantFrom(...lengths)).map(([code, length]) => code.slice(0, length));
const region = cut(6, 9, 12, 15);
const location = { lon: 118.9, lat: 32.1 };
const square = [location, { lon: 118.91, lat: 32.1 }, { lon: 118.91, lat: 32.11 }, { lon: 118.9, lat: 32.11 }];

/** What happens, where it may, and the list in which it is looked up then. */
interface Happening {
  readonly type: EventType;
  readonly stream: string;
  readonly at: fc.Arbitrary<object>;
  readonly list: QueryType;
}

const happenings: readonly (readonly [ServiceDefinition, Happening])[] = [
  [
    gridDefinition,
    {
      type: 'IncidentReported',
      stream: 'incident-1',
      at: fc.record({ incidentId: fc.constant('1'), gridCode: grid, location: fc.constant(location) }),
      list: ListIncidents,
    },
  ],
  [
    gridDefinition,
    {
      type: 'GridDelineated',
      stream: 'community-grids-1',
      at: grid.map((gridCode) => ({ gridCode, communityCode: gridCode.slice(0, 12), ring: square })),
      list: ListGrids,
    },
  ],
  [
    gridDefinition,
    {
      type: 'CloudGroupOpened',
      stream: 'cloud-group-1',
      at: fc.tuple(grid, fc.boolean()).map(([gridCode, whole]) => ({
        groupId: '1',
        communityCode: gridCode.slice(0, 12),
        ...(!whole && { gridCode }),
      })),
      list: ListCloudGroups,
    },
  ],
  [
    gridDefinition,
    {
      type: 'WartimeActivated',
      stream: 'wartime-320113',
      at: fc.array(region, { minLength: 1, maxLength: 3 }).map((scope) => ({
        activationId: '1',
        districtCode: '320113',
        scope,
        basis: {},
      })),
      list: ListActivations,
    },
  ],
  [
    gridDefinition,
    {
      type: 'GridMobilised',
      stream: 'mobilisation-1',
      at: grid.map((gridCode) => ({ activationId: '1', gridCode })),
      list: ListMobilisations,
    },
  ],
  [
    caseDefinition,
    {
      type: 'CaseOpened',
      stream: 'case-1',
      at: fc.record({ caseId: fc.constant('1'), gridCode: grid, location: fc.constant(location) }),
      list: ListCases,
    },
  ],
  [
    organizationDefinition,
    {
      type: 'PartyOrgFormed',
      stream: 'party-org-1',
      at: region.map((regionCode) => ({ orgId: '1', kind: 'grid-branch', regionCode })),
      list: ListPartyOrgs,
    },
  ],
];

const permissions = [...new Set(happenings.map(([, { list }]) => queryOptions(list).permission))];

const principal: fc.Arbitrary<Principal> = fc
  .array(fc.record({ territory: region, permissions: fc.subarray<Permission>(permissions) }), { maxLength: 3 })
  .map((grants) => ({
    actor: { account: 'a', person: 'p', post: 'o' },
    grants: grants.map((grant) => ({ role: 'r', ...grant })),
  }));

const listed = async (world: World, service: ServiceDefinition, list: QueryType, by: Principal): Promise<boolean> => {
  const context = { views: world.views, principal: by, now: world.now } as unknown as QueryContext;
  const { answer } = service.queries.find(({ query }) => query === list)!;
  const { items } = (await answer(new list(), context)) as { readonly items: readonly object[] };
  return items.length === 1;
};

describe('what happens is heard live by whom it is listed for, and by nobody else', () => {
  it.each(happenings.map(([service, happening]) => [happening.type, service, happening] as const))(
    '%s',
    async (type, service, { stream, at, list }) => {
      const kind = streamTypeOf(stream)!;
      const aggregate = service.aggregates.find(({ stream: { name } }) => name === kind.name) as AggregateDefinition;
      await fc.assert(
        fc.asyncProperty(at, principal, async (data, by) => {
          const world = new World(service, '2026-03-02T01:00:00.000Z');
          const regions = aggregate.regions(aggregate.fold.initial, { type, data });
          world.record(stream, { type, data });
          expect(hearingOf(by)({ kind, regions })).toBe(await listed(world, service, list, by));
        }),
      );
    },
  );
});
