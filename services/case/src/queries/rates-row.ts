import type { CaseRatesRow } from '@panshi/contracts';
import { countNames, type Counts, noCounts } from '../views/case-rates.document.ts';
import { rate } from './rate.ts';

/** The rates of counts taken together. */
export const rowOf = (key: string, counts: readonly Counts[], unitName?: string): CaseRatesRow => {
  const sum = {
    ...noCounts,
    ...Object.fromEntries(countNames.map((name) => [name, counts.reduce((n, each) => n + each[name], 0)])),
  };
  const { due, deferred } = sum;
  return {
    key,
    ...(unitName !== undefined && { unitName }),
    due,
    deferred,
    closing: rate(sum.closed, due - deferred),
    onTime: rate(sum.onTime, due - deferred),
    rework: rate(sum.reworks, sum.checks),
    extension: rate(sum.extended, sum.accepted),
    response: rate(sum.responded, sum.accepted),
    satisfaction: rate(sum.satisfied, sum.evaluated),
  };
};
