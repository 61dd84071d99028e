import type { EventData } from '@panshi/contracts';
import { addWorkingTime, type Instant, type WorkingCalendar } from '@panshi/kernel';
import { type CaseClock, isSuspended, type Modifier, type Stop } from './clock.ts';
import { warnAfter } from './limits.ts';
import { type Counting, natural, reachedAt, working } from './stops.ts';

/** The deadline in force, and which rule it follows; no moments while the clock stands still. */
export type Deadline =
  | { readonly rule: 'ordinary'; readonly dueAt: Instant; readonly warnAt: Instant }
  | { readonly rule: 'shortened'; readonly dueAt: Instant; readonly warnAt: Instant; readonly activationId: string }
  | { readonly rule: 'paused' | 'suspended' };

/** A deadline as an event holds it, where proto gives every field a place; decisions write it from a {@link Deadline}. */
export const deadlineOfEvent = (recorded: EventData['CaseFiled']['deadline']): Deadline =>
  (recorded.dueAt === undefined ? { rule: recorded.rule } : recorded) as Deadline;

type Dated = Extract<Deadline, { dueAt: Instant }>;

/**
 * The deadline of a case at the state its clock is in: the earliest of its ordinary deadline and of each activation's
 * shortened one.
 * - The ordinary one counts the limit and its extensions by the calendar, without suspensions and pauses.
 * - A shortened one counts natural hours from when it was applied, without suspensions; neither another activation's
 *   pause nor an extension moves it.
 */
export const deadlineOf = (clock: CaseClock, calendar: WorkingCalendar): Deadline => {
  const candidates = [ordinary(clock, calendar), ...shortened(clock)].filter((one) => one !== undefined);
  const earliest = candidates.toSorted(byDueThenActivation)[0];
  return earliest ?? { rule: isSuspended(clock) ? 'suspended' : 'paused' };
};

const ordinary = (clock: CaseClock, calendar: WorkingCalendar): Dated | undefined => {
  const { startedAt, limit, extended, suspensions, pauses, modifiers } = clock;
  const counting = limit.kind === 'natural-hours' ? natural : working(calendar);
  const end = addWorkingTime(calendar, startedAt, { kind: limit.kind, amount: limit.amount + extended });
  const pausing = Object.values(modifiers).filter(({ effect }) => effect === 'pause');
  const stops = [...suspensions, ...pauses, ...pausing.map(({ from }) => ({ from }))];
  const dates = datesOf(counting, startedAt, counting.between(startedAt, end), stops);
  return dates && { rule: 'ordinary', ...dates };
};

const shortened = ({ modifiers, suspensions }: CaseClock): readonly (Dated | undefined)[] =>
  Object.entries(modifiers).map(([activationId, modifier]: [string, Modifier]) => {
    if (modifier.effect !== 'shorten') return undefined;
    const dates = datesOf(natural, modifier.from, modifier.hours, suspensions);
    return dates && { rule: 'shortened', ...dates, activationId };
  });

const datesOf = (counting: Counting, start: Instant, hours: number, stops: readonly Stop[]) => {
  const dueAt = reachedAt(counting, start, hours, stops);
  const warnAt = reachedAt(counting, start, hours * warnAfter, stops);
  return dueAt && warnAt ? { dueAt, warnAt } : undefined;
};

const byDueThenActivation = (a: Dated, b: Dated): number => compare(sortKey(a), sortKey(b));
const sortKey = (one: Dated): string => `${one.dueAt} ${one.rule === 'shortened' ? one.activationId : ''}`;
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
