import { NearbyIncidents, wgs84 } from '@panshi/contracts';
import { distanceMetres } from '@panshi/kernel';
import { answer, lyingIn, whereAllowed } from '@panshi/service-kit';
import { incidentBoard } from '../views/incident-board.view.ts';
import { around } from './around.ts';
import { summary } from './incident-summary.ts';

const DAY = 86_400_000;

/** More within 500 m in 90 days of one category would not be read anyway. */
const MOST_NEAR = 200;
const SHOWN = 20;

export const nearbyIncidents = answer(NearbyIncidents, async (query, { views, principal, now }) => {
  const { category, radius = 100, days = 14 } = query;
  const place = wgs84(query);
  const since = new Date(Date.parse(now) - days * DAY).toISOString();
  const { items } = await views.of(incidentBoard).find({
    filter: {
      categoryCode: category,
      status: { $in: ['reported', 'closed', 'declined'] },
      reportedAt: { $gte: since },
      ...whereAllowed(principal, 'incident.report', lyingIn('gridCode')),
    },
    within: { field: 'location', ...around(place, radius) },
    sort: { reportedAt: -1 },
    limit: MOST_NEAR,
  });
  const near = items
    .map((incident) => ({
      ...summary(incident),
      distance: Math.round(distanceMetres(incident.location, place)),
    }))
    .filter(({ distance }) => distance <= radius)
    .sort((a, b) => a.distance - b.distance);
  return { items: near.slice(0, SHOWN) };
});
