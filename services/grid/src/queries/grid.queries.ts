import { fieldsFrom, GetGrid, GridSummary, GridView, ListGrids, LocateGrid, may, wgs84 } from '@panshi/contracts';
import { holderOf, rounded } from '@panshi/kernel';
import { answer, lyingIn, paging, whereAllowed, windowOf } from '@panshi/service-kit';
import type { GridDocument } from '../views/grid-board.document.ts';
import { gridBoard } from '../views/grid-board.view.ts';

const whole = (grid: GridDocument): GridView =>
  fieldsFrom(GridView, { ...grid, gridCode: grid._id, location: grid.centre });
const summary = (grid: GridDocument): GridSummary => fieldsFrom(GridSummary, whole(grid));

export const listGrids = answer(ListGrids, async (query, { views, principal }) => {
  const { territory, kind, vacant, status = 'active', text, bbox, outlines } = query;
  const filter = { status, kind, vacant, ...whereAllowed(principal, 'grid.read', lyingIn('_id'), territory) };
  const page = await views.of(gridBoard).find({
    filter,
    text,
    within: windowOf('centre', bbox),
    sort: { _id: 1 },
    ...paging(query, ['streetCode', 'kind', 'vacant']),
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
  const place = rounded(wgs84(query));
  const { items } = await views.of(gridBoard).find({
    filter: {
      status: 'active',
      'box.west': { $lte: place.lon },
      'box.east': { $gte: place.lon },
      'box.south': { $lte: place.lat },
      'box.north': { $gte: place.lat },
      ...whereAllowed(principal, 'grid.read', lyingIn('_id')),
    },
    sort: { _id: 1 },
    limit: MOST_BOXES,
  });
  const grid = holderOf(items, place);
  return grid && whole(grid);
});
