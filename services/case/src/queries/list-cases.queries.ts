import { CaseSummary, fieldsFrom, ListCases } from '@panshi/contracts';
import { regionLevel } from '@panshi/kernel';
import type { Filter, Views } from '@panshi/read-model';
import { answer, lyingIn, type OfTerritory, whereAllowed, windowOf } from '@panshi/service-kit';
import { caseBoard } from '../views/case-board.view.ts';
import { catalogues } from '../views/catalogues.view.ts';

/** However wide its letters are, and whatever spaces stand around it. */
const plain = (name: string): string => name.normalize('NFKC').trim().toLowerCase();

/**
 * Cases whose category or unit is called so, or something around it. Words of residents are sealed and never searched. The
 * units are those the board counts.
 */
const called = async (text: string, views: Views): Promise<Filter> => {
  const matches = (name: string): boolean => plain(name).includes(plain(text));
  const [{ items }, { facets }] = await Promise.all([
    views.of(catalogues).find({ filter: { status: 'published' }, limit: 200 }),
    views.of(caseBoard).find({ limit: 1, facets: ['unit'] }),
  ]);
  const categories = items.flatMap(({ categories: each }) => each);
  const codes = categories.filter(({ name }) => matches(name.zh) || matches(name.en)).map(({ code }) => code);
  const units = (facets?.['unit'] ?? []).map(({ value }) => String(value)).filter(matches);
  return { $or: [{ categoryCode: { $in: [...new Set(codes)] } }, { unit: { $in: units } }] };
};

/** By their street, which cases are also counted by, where that tells; of one street an index has them by deadline. */
const casesIn: OfTerritory = (region) => {
  if (regionLevel(region) === 'street') return { streetCode: region };
  return lyingIn(regionLevel(region) === 'district' ? 'streetCode' : 'gridCode')(region);
};

const orders = {
  deadline: { deadline: 1 },
  newest: { openedAt: -1 },
  oldest: { openedAt: 1 },
} as const;

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
      $and: [whereAllowed(principal, 'case.read', casesIn, territory), ...(text ? [await called(text, views)] : [])],
    },
    within: windowOf('location', bbox),
    sort: orders[sort],
    limit: query.limit,
    cursor: query.cursor,
    ...(query.facets && { total: true, facets: ['stage', 'categoryCode', 'streetCode', 'unit', 'overdue'] }),
  });
  return { ...page, items: page.items.map((found) => fieldsFrom(CaseSummary, found)) };
});
