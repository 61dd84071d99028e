import type { ResumeCase, SuperviseCase, SuspendCase } from '@panshi/contracts';
import { isSuspended, resume, suspend } from '../deadline/clock.ts';
import { deadlineOf } from '../deadline/deadline.ts';
import { reject } from '../reject.ts';
import { type DecideCase, keysOf, type Running } from './case.ts';
import { calendarOf, hasPassed, type References } from './references.ts';
import { active, at, running } from './required-stage.ts';

/** Stops the clock of a case. Refused for urgent cases, and once the deadline has passed. */
export const suspendCase: DecideCase<SuspendCase, References> = (state, { reason, note }, { now, facts }) => {
  const handled = active(at(state, 'filed', 'dispatched', 'in-progress'));
  const { deadline, unit, clock } = handled;
  if (handled.urgent) reject('case.urgent-not-suspended');
  if (hasPassed(deadline, now)) reject('case.deadline-passed');
  const data = {
    ...keysOf(handled),
    reason,
    suspendedAt: now,
    deadline: deadlineOf(suspend(clock, now), calendarOf(handled, facts)),
    ...('dueAt' in deadline && { figures: { deferred: { unit, dueAt: deadline.dueAt } } }),
    ...(note && { note }),
  };
  return [{ type: 'CaseSuspended', data }];
};

export const resumeCase: DecideCase<ResumeCase, References> = (state, _, { now, facts }) => {
  const waited = suspended(running(state));
  const deadline = deadlineOf(resume(waited.clock, now), calendarOf(waited, facts));
  const figures = waited.deferred && { figures: { undeferred: waited.deferred } };
  return [{ type: 'CaseResumed', data: { ...keysOf(waited), resumedAt: now, deadline, ...figures } }];
};

const suspended = (state: Running): Running => (isSuspended(state.clock) ? state : reject('case.not-suspended'));

export const superviseCase: DecideCase<SuperviseCase> = (state, { instruction }, { now, actor }) => {
  const supervised = running(state);
  return [
    {
      type: 'CaseSupervised',
      data: { ...keysOf(supervised), supervisedAt: now, supervisedBy: actor.person, instruction },
    },
  ];
};
