import { CaseSummary, fieldsFrom, ListCases, ownUnits, type Principal } from '@panshi/contracts';
import { regionLevel } from '@panshi/kernel';
import type { Filter, Views } from '@panshi/read-model';
import { answer, lyingIn, type OfTerritory, whereAllowed, windowOf } from '@panshi/service-kit';
import type { Unit } from '../catalogue/catalogue.ts';
import { caseBoard } from '../views/case-board.view.ts';
import { catalogues } from '../views/catalogues.view.ts';

/** However wide its letters are, and whatever spaces stand around it. */
const plain = (name: string): string => name.normalize('NFKC').trim().toLowerCase();

/** Cases whose category or unit is called so, or something around it. Words of residents are sealed and never searched. */
const called = async (text: string, views: Views): Promise<Filter> => {
  const matches = (name: string): boolean => plain(name).includes(plain(text));
  const codesOf = (listed: readonly Pick<Unit, 'code' | 'name'>[]): readonly string[] => [
    ...new Set(listed.filter(({ name }) => matches(name.zh) || matches(name.en)).map(({ code }) => code)),
  ];
  const { items } = await views.of(catalogues).find({ filter: { status: 'published' }, limit: 200 });
  const categories = codesOf(items.flatMap((edition) => edition.categories));
  const units = codesOf(items.flatMap((edition) => edition.units));
  return { $or: [{ categoryCode: { $in: categories } }, { unit: { $in: units } }] };
};

/** By their street, which cases are also counted by, where that tells; of one street an index has them by deadline. */
const casesIn: OfTerritory = (region) => {
  if (regionLevel(region) === 'street') return { streetCode: region };
  return lyingIn(regionLevel(region) === 'district' ? 'streetCode' : 'gridCode')(region);
};

/** Cases that lie with a unit the reader handles cases for, where they do. */
const withOwnUnit = (principal: Principal): Filter => {
  const own = ownUnits(principal, 'case.handle').map(({ unit, territory }) => ({ unit, ...casesIn(territory) }));
  return own.length === 0 ? { _id: { $in: [] } } : { $or: own };
};

const orders = {
  deadline: { deadline: 1 },
  newest: { openedAt: -1 },
  oldest: { openedAt: 1 },
} as const;

export const listCases = answer(ListCases, async (query, { views, principal }) => {
  const { stage, open, category, territory, unit, own, overdue, warned, activation, text, bbox } = query;
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
      $and: [
        whereAllowed(principal, 'case.read', casesIn, territory),
        ...(own ? [withOwnUnit(principal)] : []),
        ...(text ? [await called(text, views)] : []),
      ],
    },
    within: windowOf('location', bbox),
    sort: orders[sort],
    limit: query.limit,
    cursor: query.cursor,
    ...(query.facets && { total: true, facets: ['stage', 'categoryCode', 'streetCode', 'unit', 'overdue'] }),
  });
  return { ...page, items: page.items.map((found) => fieldsFrom(CaseSummary, found)) };
});
