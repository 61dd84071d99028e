import { defineView, type ViewDocument } from '@panshi/read-model';
import { Schema } from 'mongoose';
import { counted, type CountedEvent, countedEvents } from './case-rates.counts.ts';
import { countNames, type Counts, noCounts, type Place } from './case-rates.figures.ts';

/** Figures of one unit in one street in one month of China's calendar. */
export interface CaseRatesDocument extends ViewDocument, Place, Counts {}

const schema = new Schema({
  _id: String,
  month: { type: String, index: true },
  streetCode: { type: String, index: true },
  unit: { type: String, index: true },
  ...Object.fromEntries(countNames.map((name) => [name, Number])),
});

const idOf = ({ month, streetCode, unit }: Place): string => `${month} ${streetCode} ${unit}`;

export const caseRates = defineView<CaseRatesDocument, CountedEvent>({
  name: 'case-rates',
  version: 1,
  schema,
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
