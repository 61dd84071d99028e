import {
  type ActivationSummary,
  type ActivationView,
  type FacetCount,
  GetActivation,
  ListActivations,
  ListMobilisations,
  type MobilisationCounts,
  type MobilisationView,
  reachEvent,
  territoriesOf,
} from '@panshi/contracts';
import { answer, type QueryContext } from '@panshi/service-kit';
import { type MobilisationDocument, mobilisations } from '../views/mobilisations.view.ts';
import type { ActivationDocument } from '../views/wartime-board.document.ts';
import { wartimeBoard } from '../views/wartime-board.view.ts';
import { beginsWith, inReach, inTouch, touching } from './reach.ts';

const summary = (activation: ActivationDocument): ActivationSummary => {
  const { _id, districtCode, hazard, level, state, scope, basis, reason, initiatingUnit } = activation;
  const { activatedAt, stoodDownAt, pending } = activation;
  const what = { districtCode, hazard, level, state, scope, basis, reason, initiatingUnit };
  return { activationId: _id, ...what, activatedAt, stoodDownAt, pending };
};

export const listActivations = answer(ListActivations, async (query, { views, principal }) => {
  const { state, hazard, pending, territory, limit, cursor } = query;
  const page = await views.of(wartimeBoard).find({
    filter: {
      state,
      hazard,
      pending: pending === undefined ? undefined : pending ? { $gt: 0 } : 0,
      $and: [inTouch('scope', principal, 'wartime.read'), territory === undefined ? {} : touching('scope', territory)],
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
  const { checkInMinutes, requests, timeline, openItems } = activation;
  const deadlineRules = activation.deadlineRules as ActivationView['deadlineRules'];
  const grids = await countsOf(activationId, context);
  return { ...summary(activation), deadlineRules, checkInMinutes, requests, timeline, openItems, grids };
});

/** How far the grids the reader may see have got. */
const countsOf = async (
  activationId: string,
  { views, principal }: Pick<QueryContext, 'views' | 'principal'>,
): Promise<MobilisationCounts> => {
  const filter = { activationId, ...inReach('gridCode', principal, 'wartime.read') };
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

const shown = (mobilisation: MobilisationDocument): MobilisationView => {
  const { activationId, gridCode, status, level, orderedAt, checkInDue } = mobilisation;
  const { checkedInAt, checkedInBy, late, releasedAt } = mobilisation;
  return { activationId, gridCode, status, level, orderedAt, checkInDue, checkedInAt, checkedInBy, late, releasedAt };
};

export const listMobilisations = answer(ListMobilisations, async (query, { views, principal }) => {
  const { activationId, territory, status, facets, limit, cursor } = query;
  const page = await views.of(mobilisations).find({
    filter: {
      activationId,
      status,
      $and: [inReach('gridCode', principal, 'wartime.read'), beginsWith('gridCode', territory)],
    },
    sort: { gridCode: 1 },
    limit,
    cursor,
    total: true,
    facets: facets ? ['status', 'streetCode'] : undefined,
  });
  return { ...page, items: page.items.map(shown) };
});
