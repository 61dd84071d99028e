import type { CaseDecided, ResumeCase, SuperviseCase, SuspendCase } from '@panshi/contracts';
import type { Decide } from '@panshi/kernel';
import { isSuspended, resume, suspend } from '../deadline/clock.ts';
import { deadlineOf } from '../deadline/deadline.ts';
import { reject } from '../reject.ts';
import type { CaseState, Running } from './case.ts';
import { about, active, at, calendarOf, hasPassed, type References, running } from './guards.ts';

/** Stops the clock of a case. Refused for urgent cases, and once the deadline has passed. */
export const suspendCase: Decide<CaseState, SuspendCase, CaseDecided, References> = (
  state,
  { reason, note },
  { now, facts },
) => {
  const handled = active(at(state, 'filed', 'dispatched', 'in-progress'));
  const { deadline, unit, clock } = handled;
  if (handled.urgent) reject('case.urgent-not-suspended');
  if (hasPassed(deadline, now)) reject('case.deadline-passed');
  const data = {
    ...about(handled),
    reason,
    suspendedAt: now,
    deadline: deadlineOf(suspend(clock, now), calendarOf(handled, facts)),
    ...('dueAt' in deadline && { figures: { deferred: { unit, dueAt: deadline.dueAt } } }),
    ...(note && { note }),
  };
  return [{ type: 'CaseSuspended', data }];
};

export const resumeCase: Decide<CaseState, ResumeCase, CaseDecided, References> = (state, _, { now, facts }) => {
  const waited = suspended(running(state));
  const deadline = deadlineOf(resume(waited.clock, now), calendarOf(waited, facts));
  const figures = waited.deferred && { figures: { undeferred: waited.deferred } };
  return [{ type: 'CaseResumed', data: { ...about(waited), resumedAt: now, deadline, ...figures } }];
};

const suspended = (state: Running): Running => (isSuspended(state.clock) ? state : reject('case.not-suspended'));

export const superviseCase: Decide<CaseState, SuperviseCase, CaseDecided> = (
  state,
  { instruction },
  { now, actor },
) => {
  const supervised = running(state);
  return [
    {
      type: 'CaseSupervised',
      data: { ...about(supervised), supervisedAt: now, supervisedBy: actor.person, instruction },
    },
  ];
};
