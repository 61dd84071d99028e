import type { EventData } from '@panshi/contracts';
import type { Instant } from '@panshi/kernel';
import {
  applyModifier,
  type CaseClock,
  extend,
  type Modifier,
  removeModifier,
  resume,
  suspend,
} from '../deadline/clock.ts';
import { deadlineOfEvent, type Deadline } from '../deadline/deadline.ts';
import type { CaseState, Evolvers, Running } from './case.ts';
import { asRunning } from './running-case.ts';

/** What every event that moves a deadline carries. */
type Moving = Pick<EventData['ExtensionGranted'], 'deadline' | 'figures'>;

const dueOf = (deadline: Deadline): Instant | undefined => ('dueAt' in deadline ? deadline.dueAt : undefined);

/**
 * The case with its clock moved: overdue as long as it counts as due, deferred as the figures say. A deadline that
 * moved, be it to where it was before, is warned of anew.
 */
const moved = (state: CaseState, clock: (before: CaseClock) => CaseClock, { deadline, figures }: Moving): Running => {
  const { overdue, deferred, warned, ...rest } = asRunning(state);
  return {
    ...rest,
    clock: clock(rest.clock),
    deadline: deadlineOfEvent(deadline),
    ...(warned && deadline.dueAt === dueOf(rest.deadline) && { warned }),
    ...(overdue && !figures?.uncounted && { overdue }),
    ...(figures?.deferred ? { deferred: figures.deferred } : deferred && !figures?.undeferred && { deferred }),
  };
};

const answered = (state: Running): Running => {
  const { asked: _asked, ...rest } = state;
  return rest as Running;
};

const modifierOf = ({ effect, appliedAt: from, hours }: EventData['DeadlineModifierApplied']): Modifier =>
  effect === 'shorten' ? { effect, from, hours: hours as number } : { effect: 'pause', from };

/** What time, and those who have a say in it, do to a case. */
export const clockEvolvers = {
  ExtensionRequested: (state, { amount, requestedBy }) => ({
    ...asRunning(state),
    asked: { amount, by: requestedBy },
  }),
  ExtensionGranted: (state, data) => {
    const granted = answered(moved(state, (clock) => extend(clock, data.amount), data));
    return { ...granted, extensions: granted.extensions + 1 };
  },
  ExtensionRefused: (state) => answered(asRunning(state)),
  CaseSuspended: (state, data) => moved(state, (clock) => suspend(clock, data.suspendedAt), data),
  CaseResumed: (state, data) => moved(state, (clock) => resume(clock, data.resumedAt), data),
  DeadlineModifierApplied: (state, data) =>
    moved(state, (clock) => applyModifier(clock, data.activationId, modifierOf(data)), data),
  DeadlineModifierRemoved: (state, data) =>
    moved(state, (clock) => removeModifier(clock, data.activationId, data.removedAt), data),
  DeadlineWarned: (state) => ({ ...asRunning(state), warned: true }),
  CaseOverdue: (state, { unit, dueAt, escalateAt }) => ({
    ...asRunning(state),
    overdue: { counted: { unit, dueAt }, level: 0, escalateAt },
  }),
  CaseEscalated: (state, { escalateAt }) => {
    const { overdue, ...rest } = asRunning(state);
    return { ...rest, ...(overdue && { overdue: { ...overdue, level: overdue.level + 1, escalateAt } }) };
  },
} satisfies Partial<Evolvers>;
