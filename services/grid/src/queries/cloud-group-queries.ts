import { type CloudGroupPage, type CloudGroupView, ListCloudGroups } from '@panshi/contracts';
import type { FindOptions, ViewReader } from '@panshi/read-model';
import { answer } from '@panshi/service-kit';
import { type CloudGroupDocument, cloudGroupsView } from '../views/cloud-groups.view.ts';
import { beginsWith, inReach } from './reach.ts';

export const listCloudGroups = answer(ListCloudGroups, async (query, { views, principal }): Promise<CloudGroupPage> => {
  const { territory, text, facets, limit, cursor } = query;
  const reach = inReach('regionCode', principal, 'grid.read');
  const matching: FindOptions = { filter: { $and: [reach, beginsWith('regionCode', territory)] }, text };
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

const shown = ({ _id: groupId, _version, regionCode: _, ...group }: CloudGroupDocument): CloudGroupView => ({
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
  let cursor: string | undefined;
  do {
    const page = await groups.find({ ...matching, limit: 200, cursor });
    for (const { members, communityCode } of page.items) {
      sums.groups += 1;
      sums.members += members ?? 0;
      sums.uncounted += members === undefined ? 1 : 0;
      communities.add(communityCode);
    }
    cursor = page.next;
  } while (cursor !== undefined);
  return { ...sums, communities: communities.size };
};
