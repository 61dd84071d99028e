import {
  GetIncident,
  type IncidentView,
  ListIncidents,
  may,
  type PersonalText,
  type Principal,
  type SealedRef,
} from '@panshi/contracts';
import type { Filter } from '@panshi/read-model';
import { answer, type QueryContext } from '@panshi/service-kit';
import { incidentBoard, type IncidentDocument } from '../views/incident-board.view.ts';
import { shared, summary } from './incident-summary.ts';
import { beginsWith, inTerritories, windowOf } from './reach.ts';

const streetDigits = 9;

/** The one way instants are written here, whatever offset was asked with. */
const instant = (text: string): string => new Date(text).toISOString();

/** Incidents in a region and below; by their street, which they are also counted by, where that tells. */
const inRegion = (region: string): Filter =>
  beginsWith(region.length <= streetDigits ? 'streetCode' : 'gridCode', region);

export const listIncidents = answer(ListIncidents, async (query, { views, principal }) => {
  const { territory, category, status, channel, urgent, hasCase, from, until, bbox, sort, facets, limit, cursor } =
    query;
  const filter = {
    status,
    channel,
    urgent,
    hasCase,
    $and: [
      from === undefined ? {} : { reportedAt: { $gte: instant(from) } },
      until === undefined ? {} : { reportedAt: { $lt: instant(until) } },
      inTerritories(principal, 'incident.read', inRegion, territory),
      beginsWith('categoryCode', category),
    ],
  };
  const page = await views.of(incidentBoard).find({
    filter,
    within: windowOf('location', bbox),
    sort: { reportedAt: sort === 'oldest' ? 1 : -1 },
    limit,
    cursor,
    total: true,
    facets: facets ? ['status', 'channel', 'urgent'] : undefined,
  });
  return { ...page, items: page.items.map(summary) };
});

/** Whether the reader may see the words: in that grid by permission, or because they recorded them. */
const mayReveal = (principal: Principal, { gridCode, recordedBy }: IncidentDocument): boolean =>
  may(principal, 'incident.reveal', gridCode) || principal.actor.person === recordedBy;

export const getIncident = answer(GetIncident, async ({ incidentId }, context) => {
  const incident = await context.views.of(incidentBoard).get(incidentId);
  if (!incident) return undefined;
  const revealed = mayReveal(context.principal, incident);
  if (!revealed && !may(context.principal, 'incident.read', incident.gridCode)) return undefined;
  return whole(incident, (sealed) => (revealed ? context.open(sealed) : withheld));
});

const withheld: Promise<PersonalText> = Promise.resolve({ status: 'withheld' });

type Opener = (sealed: SealedRef) => ReturnType<QueryContext['open']> | Promise<PersonalText>;

const whole = async (
  incident: IncidentDocument,
  open: Opener,
): Promise<IncidentView & { readonly _version: number }> => {
  const { _version, text, reporterName, reporterPhone, pictures, recordedBy, onBehalfOf } = incident;
  return {
    _version,
    ...shared(incident),
    text: await open(text),
    reporterName: reporterName && (await open(reporterName)),
    reporterPhone: reporterPhone && (await open(reporterPhone)),
    pictures,
    recordedBy,
    onBehalfOf,
  };
};
