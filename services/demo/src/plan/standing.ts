import { defaultCatalogue } from '@panshi/case';
import { between, type Random, weighted } from '../chance.ts';
import { type ReportKind, reportKinds } from '../content/reports.ts';
import { MINUTE, workingDayBefore } from '../time.ts';
import type { Arrival } from './arrivals.ts';

/** The stage at which a case still stands when history ends. */
export type Standstill = 'collected' | 'filed' | 'dispatched' | 'in-progress' | 'suspended' | 'asked' | 'reported';

/** A report whose case is under way when history ends. */
export interface StandingArrival extends Arrival {
  readonly standstill: Standstill;
}

/** How many stand where, and how many working days ago they were reported. */
const standstills: readonly (readonly [Standstill, count: number, least: number, most: number])[] = [
  ['filed', 9, 1, 2],
  ['dispatched', 10, 1, 2],
  ['in-progress', 16, 1, 4],
  ['suspended', 6, 2, 9],
  ['asked', 5, 1, 3],
  ['reported', 10, 4, 5],
];

/** Just come in. */
const COLLECTED = 7;

/** Categories that leave days, so that not all of them are overdue. */
const unhurried: ReadonlySet<string> = new Set(
  defaultCatalogue.categories.filter(({ limit }) => limit.kind === 'working-days').map(({ code }) => code),
);

/** Reports so long before the end that their cases get as far as they are to get, and no stage is empty by chance. */
export const standing = (until: number, random: Random): readonly StandingArrival[] => [
  ...Array.from({ length: COLLECTED }, () => {
    const at = Math.round(until - between(1, 110, random) * MINUTE);
    return { at, kind: drawn(reportKinds, random), standstill: 'collected' as const };
  }),
  ...standstills.flatMap(([standstill, count, least, most]) =>
    Array.from({ length: count }, (_, i) => {
      const days = least + Math.floor(random() * (most - least + 1));
      const at = Math.round(workingDayBefore(until, days, between(8.6, 10, random)));
      const kinds = i % 4 === 0 ? reportKinds : reportKinds.filter(({ code }) => unhurried.has(code));
      return { at, kind: drawn(kinds, random), standstill };
    }),
  ),
];

const drawn = (kinds: readonly ReportKind[], random: Random): ReportKind =>
  weighted(
    kinds.map((kind) => [kind, kind.share] as const),
    random,
  );
