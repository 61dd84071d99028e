import { type CloudGroupPage, type CloudGroupView, ListCloudGroups, territoriesOf } from '@panshi/contracts';
import type { Filter, FindOptions, ViewReader } from '@panshi/read-model';
import { answer } from '@panshi/service-kit';
import { type CloudGroupDocument, cloudGroupsView } from '../views/cloud-groups.view.ts';

export const listCloudGroups = answer(ListCloudGroups, async (query, { views, principal }): Promise<CloudGroupPage> => {
  const { territory, text, facets, limit, cursor } = query;
  const held = territoriesOf(principal, 'grid.read').map((prefix): Filter => ({ regionCode: { $prefix: prefix } }));
  const asked: readonly Filter[] = territory === undefined ? [] : [{ regionCode: { $prefix: territory } }];
  const matching: FindOptions = { filter: { $and: [{ $or: held }, ...asked] }, text };
  const groups = views.of(cloudGroupsView);
  const page = await groups.find({
    ...matching,
    sort: { regionCode: 1 },
    limit,
    cursor,
    total: true,
    ...(facets && { facets: ['streetCode', 'source'] }),
  });
  return { ...page, items: page.items.map(shown), ...(facets && { totals: await totals(groups, matching) }) };
});

const shown = ({ _id: groupId, regionCode: _, ...group }: CloudGroupDocument): CloudGroupView => ({
  groupId,
  ...group,
});

/** Sums up all that match: some 1,250 groups in a district, 200 at a time. */
const totals = async (
  groups: ViewReader<CloudGroupDocument>,
  matching: FindOptions,
): Promise<CloudGroupPage['totals']> => {
  const sums = { groups: 0, members: 0, uncounted: 0 };
  const communities = new Set<string>();
  for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
    const page = await groups.find({ ...matching, limit: 200, cursor });
    for (const { members, communityCode } of page.items) {
      sums.groups += 1;
      sums.members += members ?? 0;
      sums.uncounted += members === undefined ? 1 : 0;
      communities.add(communityCode);
    }
    cursor = page.next;
  }
  return { ...sums, communities: communities.size };
};
