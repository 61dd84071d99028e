import { GetGrid, type GridSummary, type GridView, ListGrids, LocateGrid, may } from '@panshi/contracts';
import { contains } from '@panshi/kernel';
import { answer } from '@panshi/service-kit';
import { rounded } from '../incident/rounded-location.ts';
import type { GridDocument } from '../views/grid-board.document.ts';
import { gridBoard } from '../views/grid-board.view.ts';
import { beginsWith, inReach, windowOf } from './reach.ts';

const summary = ({ _id, centre, ...grid }: GridDocument): GridSummary => {
  const { name, kind, communityCode, streetCode, status, leaderId, members, from, to } = grid;
  return {
    gridCode: _id,
    name,
    kind,
    communityCode,
    streetCode,
    status,
    lon: centre.lon,
    lat: centre.lat,
    leaderId,
    members,
    from,
    to,
  };
};

const whole = (grid: GridDocument): GridView => ({ ...summary(grid), ring: grid.ring, area: grid.area });

export const listGrids = answer(ListGrids, async (query, { views, principal }) => {
  const { territory, kind, vacant, status = 'active', text, bbox, outlines, facets, limit, cursor } = query;
  const filter = { status, kind, vacant, $and: [inReach('_id', principal, 'grid.read'), beginsWith('_id', territory)] };
  const page = await views.of(gridBoard).find({
    filter,
    text,
    within: windowOf('centre', bbox),
    sort: { _id: 1 },
    limit,
    cursor,
    total: true,
    facets: facets ? ['streetCode', 'kind', 'vacant'] : undefined,
  });
  return { ...page, items: page.items.map(outlines ? whole : summary) };
});

export const getGrid = answer(GetGrid, async ({ gridCode }, { views, principal }) => {
  const grid = may(principal, 'grid.read', gridCode) ? await views.of(gridBoard).get(gridCode) : undefined;
  return grid && whole(grid);
});

/** Boxes that hold a place are few: grids do not overlap. */
const MOST_BOXES = 50;

export const locateGrid = answer(LocateGrid, async (query, { views, principal }) => {
  const place = rounded(query);
  const { items } = await views.of(gridBoard).find({
    filter: {
      status: 'active',
      'box.west': { $lte: place.lon },
      'box.east': { $gte: place.lon },
      'box.south': { $lte: place.lat },
      'box.north': { $gte: place.lat },
      ...inReach('_id', principal, 'grid.read'),
    },
    limit: MOST_BOXES,
  });
  const grid = items.find(({ ring }) => contains(ring, place));
  return grid && whole(grid);
});
