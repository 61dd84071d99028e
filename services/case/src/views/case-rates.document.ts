import { Schema } from '@panshi/read-model';
import type { ViewDocument } from '@panshi/read-model';

/** Where something counts: a month of China's calendar, `2026-03`, a street and a unit. */
export interface Place {
  readonly month: string;
  readonly streetCode: string;
  readonly unit: string;
}

/** What is counted of cases; rates are made of these. */
export const countNames = [
  'due',
  'deferred',
  'closed',
  'onTime',
  'checks',
  'reworks',
  'accepted',
  'responded',
  'extended',
  'evaluated',
  'satisfied',
] as const;

export type Counts = Readonly<Record<(typeof countNames)[number], number>>;

export const noCounts = Object.fromEntries(countNames.map((name) => [name, 0])) as Counts;

/** Figures of one unit in one street in one month of China's calendar. */
export interface CaseRatesDocument extends ViewDocument, Place, Counts {}

export const caseRatesSchema = new Schema({
  _id: String,
  month: { type: String, index: true },
  streetCode: { type: String, index: true },
  unit: { type: String, index: true },
  ...Object.fromEntries(countNames.map((name) => [name, Number])),
});
