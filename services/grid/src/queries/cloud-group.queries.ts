import { type CloudGroupTotals, CloudGroupView, fieldsFrom, ListCloudGroups } from '@panshi/contracts';
import { everyDocument, type FindOptions, type ViewReader } from '@panshi/read-model';
import { answer, lyingIn, paging, whereAllowed } from '@panshi/service-kit';
import { type CloudGroupDocument, cloudGroupsView } from '../views/cloud-groups.view.ts';

export const listCloudGroups = answer(ListCloudGroups, async (query, { views, principal }) => {
  const { territory, text, facets } = query;
  const filter = whereAllowed(principal, 'grid.read', lyingIn('regionCode'), territory);
  const groups = views.of(cloudGroupsView);
  const page = await groups.find({
    filter,
    text,
    sort: { regionCode: 1 },
    ...paging(query, ['streetCode', 'source']),
  });
  const items = page.items.map((group) => fieldsFrom(CloudGroupView, { ...group, groupId: group._id }));
  return { ...page, items, ...(facets && { totals: await totals(groups, { filter, text }) }) };
});

/** Sums up all that match: some 1,250 groups in a district. */
const totals = async (groups: ViewReader<CloudGroupDocument>, matching: FindOptions): Promise<CloudGroupTotals> => {
  const sums = { groups: 0, members: 0, uncounted: 0 };
  const communities = new Set<string>();
  for await (const { members, communityCode } of everyDocument(groups, matching)) {
    sums.groups += 1;
    sums.members += members ?? 0;
    sums.uncounted += members === undefined ? 1 : 0;
    communities.add(communityCode);
  }
  return { ...sums, communities: communities.size };
};
