import { fieldsFrom, ListWartimeRequests, type Principal, WartimeRequestView } from '@panshi/contracts';
import type { Filter } from '@panshi/read-model';
import { answer, inRegion, overlapping, paging, whereAllowed } from '@panshi/service-kit';
import type { WartimeRequestDocument } from '../views/wartime-requests.document.ts';
import { wartimeRequests } from '../views/wartime-requests.view.ts';

const overScope = overlapping('scope');

/** A request as it is answered. */
export const requestView = (request: WartimeRequestDocument): WartimeRequestView =>
  fieldsFrom(WartimeRequestView, { ...request, requestId: request._id });

/** What others ask where somebody may approve, and what they are said to have approved. */
const awaiting = (principal: Principal): Filter => {
  const { person } = principal.actor;
  const toDecide = whereAllowed(principal, 'wartime.approve', overScope);
  return {
    $or: [
      { state: 'pending', requestedBy: { $ne: person }, ...toDecide },
      { 'verbal.approver': person, 'verbal.state': { $in: ['unconfirmed', 'overdue'] } },
    ],
  };
};

export const listWartimeRequests = answer(ListWartimeRequests, async (query, { views, principal }) => {
  const { awaitingMe, state, verbal, territory } = query;
  const page = await views.of(wartimeRequests).find({
    filter: {
      state,
      'verbal.state': verbal,
      $and: [
        whereAllowed(principal, 'wartime.read', overScope),
        inRegion(territory, overScope),
        ...(awaitingMe ? [awaiting(principal)] : []),
      ],
    },
    sort: { requestedAt: awaitingMe ? 1 : -1 },
    ...paging(query),
  });
  return { ...page, items: page.items.map(requestView) };
});
