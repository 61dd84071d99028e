import type { DeclineReason, ReturnReason, SuspensionReason } from '@panshi/contracts';
import { between, oneOf, type Random, weighted } from '../chance.ts';
import type { Standstill } from '../plan/standing.ts';

/** What becomes of a case, as far as people decide it; the clock does the rest. */
export interface Fate {
  readonly declined?: DeclineReason;
  readonly withdrawn: boolean;
  readonly returned?: ReturnReason;
  /** Days of suspension. */
  readonly suspended?: { readonly reason: SuspensionReason; readonly days: number };
  /** Whether more time is asked for, and given. */
  readonly extension?: 'granted' | 'refused';
  readonly reworks: number;
  /** When it is closed, as a part of its time limit; above 1 it is late. */
  readonly closing: number;
  /** 1 to 5; absent: nobody asks. */
  readonly satisfaction?: number;
  /** Days after closing at which the reporter has it reopened. */
  readonly reopened?: number;
  readonly standstill?: Standstill;
}

const declineReasons: readonly (readonly [DeclineReason, number])[] = [
  ['below-standard', 4],
  ['unfounded', 3],
  ['solved-already', 3],
  ['out-of-scope', 2],
];
const returnReasons: readonly ReturnReason[] = [
  'wrong-unit',
  'wrong-unit',
  'wrong-place',
  'several-units',
  'lacking-facts',
];
const suspensionReasons: readonly SuspensionReason[] = [
  'weather',
  'construction',
  'construction',
  'funding',
  'law',
  'third-party',
];

/** Satisfied more often when it was done in time. */
const satisfactions = {
  inTime: [5, 5, 5, 4, 4, 4, 5, 3, 4, 2],
  late: [4, 3, 3, 2, 2, 1, 5, 4, 3, 1],
};

export const drawFate = (random: Random): Fate => {
  const chance = (share: number): boolean => random() < share;
  const extension = chance(0.05) ? (chance(0.8) ? 'granted' : 'refused') : undefined;
  const suspended = chance(0.018)
    ? { reason: oneOf(suspensionReasons, random), days: between(3, 24, random) }
    : undefined;
  const late = chance(0.065);
  const closing = late
    ? between(1.06, 3.2, random)
    : weighted(
        [
          [between(0.25, 0.6, random), 6],
          [between(0.6, 0.94, random), 4],
        ],
        random,
      );
  return {
    ...(chance(0.035) && { declined: weighted(declineReasons, random) }),
    withdrawn: chance(0.01),
    ...(chance(0.03) && { returned: oneOf(returnReasons, random) }),
    suspended,
    extension: suspended ? undefined : extension,
    reworks: chance(0.045) ? 1 : 0,
    closing,
    ...(chance(0.74) && { satisfaction: oneOf(late ? satisfactions.late : satisfactions.inTime, random) }),
    ...(chance(0.014) && { reopened: between(0.6, 9, random) }),
  };
};
