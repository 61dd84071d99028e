import { CaseRates } from '@panshi/contracts';
import { everyDocument, type Filter, type Views } from '@panshi/read-model';
import { answer, lyingIn, whereAllowed } from '@panshi/service-kit';
import { caseRates } from '../views/case-rates.view.ts';
import { catalogues } from '../views/catalogues.view.ts';
import { rowOf } from './rates-row.ts';

const keyed = { street: 'streetCode', unit: 'unit', month: 'month' } as const;

/** Chinese names of units by code; of one that was renamed the newest. */
const unitNames = async (views: Views): Promise<ReadonlyMap<string, string>> => {
  const byEffect = { filter: { status: 'published' }, sort: { effectiveFrom: 1 }, limit: 200 } as const;
  const { items } = await views.of(catalogues).find(byEffect);
  return new Map(items.flatMap(({ units }) => units.map(({ code, name }) => [code, name.zh])));
};

/** A row for each street, unit or month, and one of the total. */
export const answerCaseRates = answer(CaseRates, async (query, { views, principal }) => {
  const { from, to = from, by = 'street', territory, unit } = query;
  const filter: Filter = {
    month: { $gte: from, $lte: to },
    unit,
    ...whereAllowed(principal, 'case.read', lyingIn('streetCode'), territory),
  };
  const documents = await Array.fromAsync(everyDocument(views.of(caseRates), { filter }));
  const groups = Map.groupBy(documents, (document) => document[keyed[by]]);
  const names = by === 'unit' ? await unitNames(views) : undefined;
  const rows = [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, members]) => rowOf(key, members, names?.get(key)));
  return { rows: [...rows, rowOf('total', documents)] };
});
