import type { EscalateCase, MarkOverdue, MarkWarning } from '@panshi/contracts';
import { addWorkingTime, type Instant } from '@panshi/kernel';
import { escalationSteps } from '../deadline/limits.ts';
import { type DecideCase, isRunning, keysOf, type Running } from './case.ts';
import { calendarOf, type CaseContext, type References } from './references.ts';

/** Looks at the time again: the deadline may have moved since the timer was set. */
export const markWarning: DecideCase<MarkWarning> = (state, { dueAt }, { now }) => {
  if (!isRunning(state) || !isDue(state, dueAt) || state.warned || state.overdue) return [];
  if (!('warnAt' in state.deadline) || now < state.deadline.warnAt) return [];
  return [{ type: 'DeadlineWarned', data: { ...keysOf(state), dueAt, warnedAt: now } }];
};

export const markOverdue: DecideCase<MarkOverdue, References> = (state, { dueAt }, context) => {
  if (!isRunning(state) || !isDue(state, dueAt) || state.overdue || context.now < dueAt) return [];
  const escalateAt = stepAfter(state, dueAt, 0, context) as Instant;
  return [{ type: 'CaseOverdue', data: { ...keysOf(state), dueAt, markedAt: context.now, escalateAt } }];
};

export const escalateCase: DecideCase<EscalateCase, References> = (state, { escalateAt }, context) => {
  if (!isRunning(state) || !state.overdue || state.overdue.escalateAt !== escalateAt || context.now < escalateAt)
    return [];
  const { level, counted } = state.overdue;
  const next = stepAfter(state, escalateAt, level + 1, context);
  const to = escalationSteps[level]!.to;
  const data = {
    ...keysOf(state),
    level: to,
    dueAt: counted.dueAt,
    escalatedAt: context.now,
    ...(next && { escalateAt: next }),
  };
  return [{ type: 'CaseEscalated', data }];
};

const isDue = ({ deadline }: Running, dueAt: Instant): boolean => 'dueAt' in deadline && deadline.dueAt === dueAt;

/**
 * When the case is escalated next; undefined at the highest level. Urgent cases and those with
 * a shortened deadline count natural hours, others working hours.
 */
const stepAfter = (state: Running, from: Instant, level: number, { facts }: CaseContext): Instant | undefined => {
  const step = escalationSteps[level];
  const hurried = state.urgent || state.deadline.rule === 'shortened';
  return step && addWorkingTime(calendarOf(state, facts), from, hurried ? step.urgent : step.ordinary);
};
