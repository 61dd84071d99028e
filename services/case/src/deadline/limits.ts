import type { TimeLimit } from '@panshi/kernel';

/** Part of a limit after which the unit is warned (预警). */
export const warnAfter = 0.75;

/** How long after the deadline an overdue case goes up a level, and to which; each step counts from the one before. */
export const escalationSteps = [
  { to: 'street', ordinary: { kind: 'working-hours', amount: 8 }, urgent: { kind: 'natural-hours', amount: 1 } },
  { to: 'district', ordinary: { kind: 'working-hours', amount: 16 }, urgent: { kind: 'natural-hours', amount: 2 } },
] as const satisfies readonly { to: string; ordinary: TimeLimit; urgent: TimeLimit }[];

/** How long a unit has to accept what is dispatched to it (签收). */
export const responseLimit = {
  ordinary: { kind: 'working-hours', amount: 4 },
  urgent: { kind: 'natural-hours', amount: 1 },
} as const satisfies Record<string, TimeLimit>;

/** How often one case may be granted more time. Together extensions may at most double the limit. */
export const maximumExtensions = 2;

/** How long after closing the reporter may have a case reopened. */
export const reopeningWindow: TimeLimit = { kind: 'natural-hours', amount: 15 * 24 };

/** What a limit becomes where danger is imminent: natural hours, whole days for working days. */
export const urgentLimit = ({ kind, amount }: TimeLimit): TimeLimit => ({
  kind: 'natural-hours',
  amount: kind === 'working-days' ? amount * 24 : amount,
});
