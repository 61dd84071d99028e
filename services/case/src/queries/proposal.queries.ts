import { fieldsFrom, ListProposals, may, ProposalView } from '@panshi/contracts';
import type { Filter } from '@panshi/read-model';
import { answer, paging } from '@panshi/service-kit';
import { proposals } from '../views/proposals.view.ts';

const nothing: Filter = { _id: { $in: [] } };

/** Reference data to come, the same for every reader. */
export const listProposals = answer(ListProposals, async (query, { views, principal }) => {
  const { districtCode, awaitingMe } = query;
  const others = may(principal, 'catalogue.approve', districtCode)
    ? { proposedBy: { $ne: principal.actor.person } }
    : nothing;
  const filter = { districtCode, ...(awaitingMe && others) };
  const page = await views.of(proposals).find({ filter, sort: { proposedAt: 1 }, ...paging(query) });
  return { ...page, items: page.items.map((each) => fieldsFrom(ProposalView, each)) };
});
