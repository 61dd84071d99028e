import type { Instant, TimeLimit } from '@panshi/kernel';

/** A while in which a clock stood still; `to` absent: it still does. */
export interface Stop {
  readonly from: Instant;
  readonly to?: Instant;
}

/** What one wartime activation does to a deadline. */
export type Modifier =
  | { readonly effect: 'shorten'; readonly from: Instant; readonly hours: number }
  | { readonly effect: 'pause'; readonly from: Instant };

/** Everything a case's deadline follows from, beside the calendar pinned to it. */
export interface CaseClock {
  /** Filing, or the last reopening. */
  readonly startedAt: Instant;
  readonly limit: TimeLimit;
  /** Extensions granted, in the unit of the limit. */
  readonly extended: number;
  /** Suspensions (挂账), the last one perhaps still open. */
  readonly suspensions: readonly Stop[];
  /** Pauses of activations that are over. */
  readonly pauses: readonly Stop[];
  /** Modifiers in force, one for each activation. */
  readonly modifiers: Readonly<Record<string, Modifier>>;
}

export const startClock = (startedAt: Instant, limit: TimeLimit): CaseClock => ({
  startedAt,
  limit,
  extended: 0,
  suspensions: [],
  pauses: [],
  modifiers: {},
});

export const extend = (clock: CaseClock, amount: number): CaseClock => ({
  ...clock,
  extended: clock.extended + amount,
});

export const suspend = (clock: CaseClock, from: Instant): CaseClock => ({
  ...clock,
  suspensions: [...clock.suspensions, { from }],
});

export const isSuspended = ({ suspensions }: CaseClock): boolean => suspensions.some(({ to }) => to === undefined);

export const resume = (clock: CaseClock, to: Instant): CaseClock => ({
  ...clock,
  suspensions: clock.suspensions.map((stop) => (stop.to === undefined ? { ...stop, to } : stop)),
});

/** Takes an activation's modifier away, and no other's. Time it had paused stays uncounted. */
export const removeModifier = (clock: CaseClock, activationId: string, to: Instant): CaseClock => {
  const { [activationId]: removed, ...modifiers } = clock.modifiers;
  const pauses = removed?.effect === 'pause' ? [...clock.pauses, { from: removed.from, to }] : clock.pauses;
  return { ...clock, pauses, modifiers };
};

/** Gives the clock an activation's modifier, in place of the one it had of that activation. */
export const applyModifier = (clock: CaseClock, activationId: string, modifier: Modifier): CaseClock => {
  const without = removeModifier(clock, activationId, modifier.from);
  return { ...without, modifiers: { ...without.modifiers, [activationId]: modifier } };
};
