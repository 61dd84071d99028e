import { CaseRates } from '@panshi/contracts';
import { everyDocument, type Filter } from '@panshi/read-model';
import { answer, lyingIn, whereAllowed } from '@panshi/service-kit';
import { caseRates } from '../views/case-rates.view.ts';
import { rowOf } from './rates-row.ts';

const keyed = { street: 'streetCode', unit: 'unit', month: 'month' } as const;

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
  const rows = [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, members]) => rowOf(key, members));
  return { rows: [...rows, rowOf('total', documents)] };
});
