import {
  type CaseDecided,
  type EvaluateCase,
  type ReopenCase,
  residentRequests,
  type VerifyCase,
} from '@panshi/contracts';
import { addWorkingTime } from '@panshi/kernel';
import { startClock } from '../deadline/clock.ts';
import { deadlineOf } from '../deadline/deadline.ts';
import { reopeningWindow } from '../deadline/limits.ts';
import { reject } from '../reject.ts';
import { type Closed, type DecideCase, keysOf, type Running } from './case.ts';
import { calendarOf, type CaseContext, hasPassed, type References } from './references.ts';
import { active, at, closed } from './required-stage.ts';
import { respondBy } from './handling.decisions.ts';
import { type Handler, isOwn } from './unit.ts';

/**
 * Checks the result, by another person than accepted or reported it, and of another unit than has it. Passed: the case is
 * closed. Failed: it goes back to the unit, and its clock runs on.
 */
export const verifyCase: DecideCase<VerifyCase, References & Handler> = (state, command, context) => {
  const reported = active(at(state, 'reported'));
  if (reported.handlers.includes(context.actor.person)) reject('case.verified-by-handler');
  if (isOwn(reported, context.facts)) reject('case.verified-by-own-unit', { unit: reported.unit });
  return [command.passed ? close(reported, command, context) : rework(reported, command, context)];
};

const close = (state: Running, { note }: VerifyCase, { now, actor }: CaseContext): CaseDecided => {
  const { deadline, unit, overdue } = state;
  const counted = { unit, dueAt: 'dueAt' in deadline ? deadline.dueAt : now };
  const data = {
    ...keysOf(state),
    closedAt: now,
    verifiedBy: actor.person,
    onTime: !hasPassed(deadline, now),
    deadline,
    counted,
    ...(overdue && { figures: { uncounted: overdue.counted } }),
    ...(note && { note }),
  };
  return { type: 'CaseClosed', data };
};

const rework = (state: Running, { note }: VerifyCase, context: CaseContext): CaseDecided => {
  const { now, actor } = context;
  const answer = { orderedAt: now, verifiedBy: actor.person, respondBy: respondBy(state, context) };
  return { type: 'ReworkOrdered', data: { ...keysOf(state), ...answer, ...(note && { note }) } };
};

/** Evaluates a closed case, by another person than handled it, and of another unit than had it. */
export const evaluateCase: DecideCase<EvaluateCase, Handler> = (state, command, { now, actor, facts }) => {
  const { satisfaction, comment } = command;
  const done = at(state, 'closed');
  if (done.handlers.includes(actor.person)) reject('case.handled-by-evaluator');
  if (isOwn(done, facts)) reject('case.evaluated-by-own-unit', { unit: done.unit });
  return [
    { type: 'CaseEvaluated', data: { ...keysOf(done), satisfaction, evaluatedAt: now, ...(comment && { comment }) } },
  ];
};

/**
 * Reopens a closed case: by who reported it, or on their behalf. The limit starts again, under the edition and calendar
 * pinned at filing.
 */
export const reopenCase: DecideCase<ReopenCase, References> = (state, command, { now, actor, facts }) => {
  const done = closed(state);
  const { onBehalfOf, onBehalfReason, reason } = command;
  if (!isForReporter(done, command, actor.person)) reject('case.not-the-reporter');
  const calendar = calendarOf(done, facts);
  const until = addWorkingTime(calendar, done.closedAt, reopeningWindow);
  if (now > until) reject('case.reopening-too-late', { until });
  const data = {
    ...keysOf(done),
    categoryCode: done.categoryCode,
    reopenedAt: now,
    ...(onBehalfOf && { onBehalfOf }),
    ...(onBehalfReason && { onBehalfReason }),
    wasOnTime: done.onTime,
    deadline: deadlineOf(startClock(now, done.clock.limit), calendar),
    counted: done.counted,
    reason,
  };
  return [{ type: 'CaseReopened', data }];
};

/** Whether the case is reopened by its reporter, or for them. @throws {Rejection} `case.on-behalf-of-whom` */
const isForReporter = (
  { reporters, ofResident }: Closed,
  { onBehalfOf, onBehalfReason }: ReopenCase,
  actor: string,
): boolean => {
  if (onBehalfReason === undefined) return reporters.includes(actor);
  const byResident = onBehalfReason in residentRequests;
  if (byResident !== (onBehalfOf === undefined)) reject('case.on-behalf-of-whom');
  return onBehalfOf === undefined ? ofResident : reporters.includes(onBehalfOf);
};
