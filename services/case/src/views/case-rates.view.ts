import { defineView } from '@panshi/read-model';
import { counted, type CountedEvent, countedEvents } from './case-rates.changes.ts';
import { type CaseRatesDocument, caseRatesSchema, countNames, noCounts, type Place } from './case-rates.document.ts';

const idOf = ({ month, streetCode, unit }: Place): string => `${month} ${streetCode} ${unit}`;

export const caseRates = defineView<CaseRatesDocument, CountedEvent>({
  name: 'case-rates',
  version: 2,
  schema: caseRatesSchema,
  from: countedEvents,
  keys: (event) => [...new Set(counted(event).map(({ place }) => idOf(place)))],
  evolve(document, event, _id) {
    const here = counted(event).filter(({ place }) => idOf(place) === _id);
    const place = document ?? here[0]?.place;
    if (!place) return undefined;
    const sums = countNames.map((name) => {
      const before = document?.[name] ?? 0;
      return [name, here.reduce((sum, { add }) => sum + (add[name] ?? 0), before)] as const;
    });
    const { month, streetCode, unit } = place;
    return { _id, month, streetCode, unit, ...noCounts, ...Object.fromEntries(sums) };
  },
});
