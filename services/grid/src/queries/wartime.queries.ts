import {
  ActivationSummary,
  ActivationView,
  fieldsFrom,
  GetActivation,
  ListActivations,
  ListMobilisations,
  may,
  type MobilisationCounts,
  type MobilisationStatus,
  MobilisationView,
  reachEvent,
  territoriesOf,
} from '@panshi/contracts';
import { answer, inRegion, lyingIn, overlapping, paging, type QueryContext, whereAllowed } from '@panshi/service-kit';
import { mobilisations } from '../views/mobilisations.view.ts';
import type { ActivationDocument } from '../views/wartime-board.document.ts';
import { wartimeBoard } from '../views/wartime-board.view.ts';
import { wartimeRequests } from '../views/wartime-requests.view.ts';
import { requestView } from './wartime-request.queries.ts';

const summary = (activation: ActivationDocument): ActivationSummary =>
  fieldsFrom(ActivationSummary, { ...activation, activationId: activation._id });

const overScope = overlapping('scope');

export const listActivations = answer(ListActivations, async (query, { views, principal }) => {
  const { state, hazard, pending, territory } = query;
  const page = await views.of(wartimeBoard).find({
    filter: {
      state,
      hazard,
      pending: pending === undefined ? undefined : pending ? { $gt: 0 } : 0,
      $and: [whereAllowed(principal, 'wartime.read', overScope), inRegion(territory, overScope)],
    },
    sort: { _id: -1 },
    ...paging(query),
  });
  return { ...page, items: page.items.map(summary) };
});

/** The earliest ones: an activation has a handful. */
const MOST_REQUESTS = 200;

export const getActivation = answer(GetActivation, async ({ activationId }, context) => {
  const activation = await context.views.of(wartimeBoard).get(activationId);
  const reach = territoriesOf(context.principal, 'wartime.read');
  if (!activation || !reachEvent(reach, activation.scope)) return undefined;
  const grids = await countsOf(activationId, context);
  const asked = { filter: { activationId }, sort: { requestedAt: 1 }, limit: MOST_REQUESTS } as const;
  const requests = (await context.views.of(wartimeRequests).find(asked)).items.map(requestView);
  const openItems = activation.openItems.filter(({ id }) => may(context.principal, 'wartime.read', id));
  return fieldsFrom(ActivationView, { ...activation, activationId, requests, openItems, grids });
});

/** How far the grids the reader may see have got. */
const countsOf = async (
  activationId: string,
  { views, principal }: Pick<QueryContext, 'views' | 'principal'>,
): Promise<MobilisationCounts> => {
  const filter = { activationId, ...whereAllowed(principal, 'wartime.read', lyingIn('gridCode')) };
  const { total = 0, facets } = await views
    .of(mobilisations)
    .find({ filter, limit: 1, total: true, facets: ['status'] });
  const at = (status: MobilisationStatus): number =>
    facets?.['status']?.find(({ value }) => value === status)?.count ?? 0;
  return {
    mobilised: total - at('replaced'),
    ordered: at('ordered'),
    checkedIn: at('checked-in'),
    missed: at('missed'),
    released: at('released'),
    replaced: at('replaced'),
  };
};

export const listMobilisations = answer(ListMobilisations, async (query, { views, principal }) => {
  const { activationId, territory, status } = query;
  const page = await views.of(mobilisations).find({
    filter: {
      activationId,
      status,
      ...whereAllowed(principal, 'wartime.read', lyingIn('gridCode'), territory),
    },
    sort: { gridCode: 1 },
    ...paging(query, ['status', 'streetCode']),
  });
  return { ...page, items: page.items.map((each) => fieldsFrom(MobilisationView, each)) };
});
