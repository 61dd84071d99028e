import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type CloudGroupPage,
  ListCloudGroups,
  OpenCloudGroup,
  type Principal,
  RecordMembership,
} from '@panshi/contracts';
import type { QueryContext } from '@panshi/service-kit';
import { storedViews, type StoredViews } from '@panshi/testing/in-memory';
import { command } from '../../test/command.ts';
import { communities, gridCode, smallDistrict } from '../../test/district.ts';
import { cloudGroupsView } from '../views/cloud-groups.view.ts';
import { listCloudGroups } from './cloud-group.queries.ts';

/** Two groups counted, one not: a community's and a grid's in the first street, a grid's in the second. */
describe('a list of cloud groups', () => {
  let stored: StoredViews;
  beforeAll(async () => {
    const world = await smallDistrict();
    const open = (groupId: string, communityCode: string, name: string, grid?: string) =>
      world.execute(command(OpenCloudGroup, { groupId, communityCode, name, gridCode: grid }));
    const count = (groupId: string, members: number, countedOn: string) =>
      world.execute(command(RecordMembership, { groupId, members, source: 'platform', countedOn }));
    await open('whole', communities[0], '示例社区云社区');
    await open('one', communities[0], '示例一网格群', gridCode(0, 1));
    await open('far', communities[2], '示例远处群', gridCode(2, 1));
    await count('whole', 120, '2026-06-01');
    await count('whole', 131, '2026-06-30');
    await count('one', 42, '2026-06-30');
    stored = await storedViews(world, [cloudGroupsView]);
  });
  afterAll(() => stored.close());

  const list = async (query: Partial<ListCloudGroups>, territory = '320113'): Promise<CloudGroupPage> => {
    const actor = { account: 'reader', person: 'reader', post: '' };
    const principal: Principal = { actor, grants: [{ role: 'any', territory, permissions: ['grid.read'] }] };
    const context = { views: stored.views, principal, now: '' } as unknown as QueryContext;
    return (await listCloudGroups.answer(Object.assign(new ListCloudGroups(), query), context)) as CloudGroupPage;
  };
  const ids = ({ items }: CloudGroupPage) => items.map(({ groupId }) => groupId);

  it('shows each with its last count, by region', async () => {
    const { items } = await list({});
    expect(items).toEqual([
      {
        groupId: 'whole',
        name: '示例社区云社区',
        communityCode: communities[0],
        streetCode: '320113001',
        members: 131,
        source: 'platform',
        countedOn: '2026-06-30',
      },
      expect.objectContaining({ groupId: 'one', gridCode: gridCode(0, 1), members: 42 }),
      expect.objectContaining({ groupId: 'far', gridCode: gridCode(2, 1) }),
    ]);
    expect(items[2]!.members).toBeUndefined();
  });

  it('sums up all that match when asked, not the page alone', async () => {
    const { items, totals, total, facets } = await list({ facets: true, limit: 1 });
    expect(items).toHaveLength(1);
    expect(total).toBe(3);
    expect(totals).toEqual({ groups: 3, members: 173, uncounted: 1, communities: 2 });
    expect(facets?.['streetCode']).toEqual(
      expect.arrayContaining([
        { value: '320113001', count: 2 },
        { value: '320113002', count: 1 },
      ]),
    );
    expect((await list({})).totals).toBeUndefined();
  });

  it('is of a region, or of words of a name', async () => {
    expect(ids(await list({ territory: '320113002' }))).toEqual(['far']);
    expect(ids(await list({ text: '网格' }))).toEqual(['one']);
  });

  it('ends where the reader may look no further', async () => {
    expect(ids(await list({}, '320113002'))).toEqual(['far']);
    expect(ids(await list({ territory: '320113001' }, '320113002'))).toEqual([]);
    expect((await list({ facets: true }, gridCode(0, 1))).totals).toMatchObject({ groups: 1, members: 42 });
  });
});
