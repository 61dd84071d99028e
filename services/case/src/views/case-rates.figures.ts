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
