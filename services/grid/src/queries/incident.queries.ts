import {
  GetIncident,
  type IncidentSummary,
  type IncidentView,
  ListIncidents,
  may,
  NearbyIncidents,
  type PersonalText,
  type Principal,
  type SealedRef,
} from '@panshi/contracts';
import { distanceMetres } from '@panshi/kernel';
import { answer, type QueryContext } from '@panshi/service-kit';
import { incidentBoard, type IncidentDocument } from '../views/incident-board.view.ts';
import { around } from './around.ts';
import { beginsWith, inReach, windowOf } from './reach.ts';

const shared = (incident: IncidentDocument) => {
  const { _id, gridCode, categoryCode, location, urgent, channel, status, duplicateOf, reportedAt, hasCase } = incident;
  const place = { lon: location.lon, lat: location.lat };
  return {
    incidentId: _id,
    gridCode,
    categoryCode,
    ...place,
    urgent,
    channel,
    status,
    duplicateOf,
    reportedAt,
    hasCase,
  };
};

const summary = (incident: IncidentDocument): IncidentSummary => ({
  ...shared(incident),
  pictures: incident.pictures.length,
});

/** The one way instants are written here, whatever offset was asked with. */
const instant = (text: string): string => new Date(text).toISOString();

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
      inReach('gridCode', principal, 'incident.read'),
      beginsWith('gridCode', territory),
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

const DAY = 86_400_000;

/** More within 500 m in 90 days of one category would not be read anyway. */
const MOST_NEAR = 200;
const SHOWN = 20;

export const nearbyIncidents = answer(NearbyIncidents, async (query, { views, principal, now }) => {
  const { lon, lat, category, radius = 100, days = 14 } = query;
  const since = new Date(Date.parse(now) - days * DAY).toISOString();
  const { items } = await views.of(incidentBoard).find({
    filter: {
      categoryCode: category,
      status: 'reported',
      reportedAt: { $gte: since },
      ...inReach('gridCode', principal, 'incident.report'),
    },
    within: { field: 'location', ...around({ lon, lat }, radius) },
    sort: { reportedAt: -1 },
    limit: MOST_NEAR,
  });
  const near = items
    .map((incident) => ({
      ...summary(incident),
      distance: Math.round(distanceMetres(incident.location, { lon, lat })),
    }))
    .filter(({ distance }) => distance <= radius)
    .sort((a, b) => a.distance - b.distance);
  return { items: near.slice(0, SHOWN) };
});
