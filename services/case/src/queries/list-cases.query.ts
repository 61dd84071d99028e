import { caseSorts, ListCases } from '@panshi/contracts';
import type { BoundingBox, Filter, Views } from '@panshi/read-model';
import { answer } from '@panshi/service-kit';
import { caseBoard } from '../views/case-board.view.ts';
import { catalogues } from '../views/catalogues.view.ts';
import { inReach } from './reach.ts';
import { summary } from './summary.ts';

const boxOf = (bbox: string): BoundingBox => {
  const [west, south, east, north] = bbox.split(',').map(Number) as [number, number, number, number];
  return { field: 'location', west, south, east, north };
};

/** Cases whose category or unit is called so. Words of residents are sealed and never searched. */
const called = async (text: string, views: Views): Promise<Filter> => {
  const { items } = await views.of(catalogues).find({ limit: 200 });
  const named = items
    .flatMap(({ categories }) => categories)
    .filter(({ name }) => name.zh.includes(text) || name.en.toLowerCase().includes(text.toLowerCase()));
  const codes = [...new Set(named.map(({ code }) => code))];
  return { $or: [{ categoryCode: { $in: codes } }, { unit: { $prefix: text } }] };
};

export const listCases = answer(ListCases, async (query, { views, principal }) => {
  const { stage, open, category, territory, unit, overdue, warned, activation, text, bbox } = query;
  const { sort = open || overdue || warned ? 'deadline' : 'newest' } = query;
  const page = await views.of(caseBoard).find({
    filter: {
      stage,
      open: overdue || warned ? true : open,
      unit,
      overdue,
      warned,
      modifiers: activation,
      ...(category && { categoryCode: { $prefix: category } }),
      $and: [inReach(principal, 'case.read', territory), ...(text ? [await called(text, views)] : [])],
    },
    ...(bbox && { within: boxOf(bbox) }),
    sort: caseSorts[sort],
    limit: query.limit,
    cursor: query.cursor,
    ...(query.facets && { total: true, facets: ['stage', 'categoryCode', 'streetCode', 'unit', 'overdue'] }),
  });
  return { ...page, items: page.items.map(summary) };
});
