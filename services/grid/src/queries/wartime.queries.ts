import {
  ActivationSummary,
  ActivationView,
  type FacetCount,
  fieldsFrom,
  GetActivation,
  ListActivations,
  ListMobilisations,
  type MobilisationCounts,
  MobilisationView,
  reachEvent,
  territoriesOf,
} from '@panshi/contracts';
import { answer, inRegion, lyingIn, overlapping, type QueryContext, whereAllowed } from '@panshi/service-kit';
import { mobilisations } from '../views/mobilisations.view.ts';
import type { ActivationDocument } from '../views/wartime-board.document.ts';
import { wartimeBoard } from '../views/wartime-board.view.ts';

const summary = (activation: ActivationDocument): ActivationSummary =>
  fieldsFrom(ActivationSummary, { ...activation, activationId: activation._id });

const overScope = overlapping('scope');

export const listActivations = answer(ListActivations, async (query, { views, principal }) => {
  const { state, hazard, pending, territory, limit, cursor } = query;
  const page = await views.of(wartimeBoard).find({
    filter: {
      state,
      hazard,
      pending: pending === undefined ? undefined : pending ? { $gt: 0 } : 0,
      $and: [whereAllowed(principal, 'wartime.read', overScope), inRegion(territory, overScope)],
    },
    sort: { _id: -1 },
    limit,
    cursor,
    total: true,
  });
  return { ...page, items: page.items.map(summary) };
});

export const getActivation = answer(GetActivation, async ({ activationId }, context) => {
  const activation = await context.views.of(wartimeBoard).get(activationId);
  const reach = territoriesOf(context.principal, 'wartime.read');
  if (!activation || !reachEvent(reach, activation.scope)) return undefined;
  const grids = await countsOf(activationId, context);
  return fieldsFrom(ActivationView, { ...activation, activationId, grids });
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
  const [ordered, checkedIn, missed, released, replaced] = [
    'ordered',
    'checked-in',
    'missed',
    'released',
    'replaced',
  ].map((status) => count(facets?.['status'], status)) as [number, number, number, number, number];
  return { mobilised: total - replaced, ordered, checkedIn, missed, released, replaced };
};

const count = (facet: readonly FacetCount[] = [], value: string): number =>
  facet.find((counted) => counted.value === value)?.count ?? 0;

export const listMobilisations = answer(ListMobilisations, async (query, { views, principal }) => {
  const { activationId, territory, status, facets, limit, cursor } = query;
  const page = await views.of(mobilisations).find({
    filter: {
      activationId,
      status,
      ...whereAllowed(principal, 'wartime.read', lyingIn('gridCode'), territory),
    },
    sort: { gridCode: 1 },
    limit,
    cursor,
    total: true,
    facets: facets ? ['status', 'streetCode'] : undefined,
  });
  return { ...page, items: page.items.map((each) => fieldsFrom(MobilisationView, each)) };
});
