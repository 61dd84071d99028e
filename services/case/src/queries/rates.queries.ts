import { CaseRates } from '@panshi/contracts';
import type { Filter, ViewReader } from '@panshi/read-model';
import { answer } from '@panshi/service-kit';
import { caseRates, type CaseRatesDocument } from '../views/case-rates.view.ts';
import { rowOf } from './rates-row.ts';
import { inReach } from './reach.ts';

const keyed = { street: 'streetCode', unit: 'unit', month: 'month' } as const;

const inStreets = (territory: string): Filter => ({ streetCode: { $prefix: territory } });

/** A row for each street, unit or month, and one of the total. */
export const answerCaseRates = answer(CaseRates, async (query, { views, principal }) => {
  const { from, to = from, by = 'street', territory, unit } = query;
  const filter: Filter = {
    month: { $gte: from, $lte: to },
    unit,
    ...inReach(principal, 'case.read', territory, inStreets),
  };
  const documents = await everything(views.of(caseRates), filter);
  const groups = Map.groupBy(documents, (document) => document[keyed[by]]);
  const rows = [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, members]) => rowOf(key, members));
  return { rows: [...rows, rowOf('total', documents)] };
});

const everything = async (
  reader: ViewReader<CaseRatesDocument>,
  filter: Filter,
): Promise<readonly CaseRatesDocument[]> => {
  const found: CaseRatesDocument[] = [];
  let cursor: string | undefined;
  do {
    const page = await reader.find({ filter, limit: 200, cursor });
    found.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined);
  return found;
};
