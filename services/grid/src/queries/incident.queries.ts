import {
  fieldsFrom,
  GetIncident,
  IncidentView,
  ListIncidents,
  may,
  type PersonalText,
  type Principal,
  reportersOf,
  type SealedRef,
} from '@panshi/contracts';
import { instantOf } from '@panshi/kernel';
import {
  answer,
  lyingIn,
  type OfTerritory,
  paging,
  type QueryContext,
  whereAllowed,
  windowOf,
} from '@panshi/service-kit';
import type { IncidentDocument } from '../views/incident-board.document.ts';
import { incidentBoard } from '../views/incident-board.view.ts';
import { shown, summary } from './incident-summary.ts';

const streetDigits = 9;

/** By their street, which incidents are also counted by, where that tells. */
const incidentsIn: OfTerritory = (region) => lyingIn(region.length <= streetDigits ? 'streetCode' : 'gridCode')(region);

export const listIncidents = answer(ListIncidents, async (query, { views, principal }) => {
  const { territory, category, status, channel, urgent, hasCase, from, until, bbox, sort } = query;
  const filter = {
    status,
    channel,
    urgent,
    hasCase,
    $and: [
      from === undefined ? {} : { reportedAt: { $gte: instantOf(from) } },
      until === undefined ? {} : { reportedAt: { $lt: instantOf(until) } },
      whereAllowed(principal, 'incident.read', incidentsIn, territory),
      category === undefined ? {} : { categoryCode: { $prefix: category } },
    ],
  };
  const page = await views.of(incidentBoard).find({
    filter,
    within: windowOf('location', bbox),
    sort: { reportedAt: sort === 'oldest' ? 1 : -1 },
    ...paging(query, ['status', 'channel', 'urgent']),
  });
  return { ...page, items: page.items.map(summary) };
});

/** Whether the reader may see the words: in that grid by permission, or because they are theirs. */
const mayReveal = (principal: Principal, incident: IncidentDocument): boolean =>
  may(principal, 'incident.reveal', incident.gridCode) || reportersOf(incident).includes(principal.actor.person);

export const getIncident = answer(GetIncident, async ({ incidentId }, context) => {
  const incident = await context.views.of(incidentBoard).get(incidentId);
  if (!incident) return undefined;
  const revealed = mayReveal(context.principal, incident);
  if (!revealed && !may(context.principal, 'incident.read', incident.gridCode)) return undefined;
  return whole(incident, (sealed) => (revealed ? context.open(sealed) : withheld));
});

const withheld: Promise<PersonalText> = Promise.resolve({ status: 'withheld' });

type Opener = (sealed: SealedRef) => ReturnType<QueryContext['open']> | Promise<PersonalText>;

const whole = async (incident: IncidentDocument, open: Opener): Promise<IncidentView> => {
  const { text, reporterName, reporterPhone } = incident;
  return fieldsFrom(IncidentView, {
    ...shown(incident),
    text: await open(text),
    reporterName: reporterName && (await open(reporterName)),
    reporterPhone: reporterPhone && (await open(reporterPhone)),
  });
};
