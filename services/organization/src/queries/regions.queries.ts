import { fieldsFrom, GetRegion, ListRegions, reachEvent, RegionView, territoriesOf } from '@panshi/contracts';
import { answer, inRegion, lyingIn, overlapping, paging, whereAllowed } from '@panshi/service-kit';
import { type RegionDocument, regionsView } from '../views/regions.view.ts';

/** Who may read in a place sees what lies in it, and what it lies in. */
const permission = 'region.read';

const shown = (region: RegionDocument): RegionView => fieldsFrom(RegionView, { ...region, regionCode: region._id });
const withoutOutline = (region: RegionDocument): RegionView => shown({ ...region, ring: undefined });

export const listRegions = answer(ListRegions, async (query, { views, principal }) => {
  const { regionCode, level, text, outlines } = query;
  const page = await views.of(regionsView).find({
    filter: {
      level,
      $and: [whereAllowed(principal, permission, overlapping('_id')), inRegion(regionCode, lyingIn('_id'))],
    },
    text,
    sort: { _id: 1 },
    ...paging(query, ['level']),
  });
  return { ...page, items: page.items.map(outlines ? shown : withoutOutline) };
});

export const getRegion = answer(GetRegion, async ({ regionCode }, { views, principal }) => {
  if (!reachEvent(territoriesOf(principal, permission), [regionCode])) return undefined;
  const region = await views.of(regionsView).get(regionCode);
  return region && shown(region);
});
