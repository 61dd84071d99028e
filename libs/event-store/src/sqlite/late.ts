import type { Instant } from '@panshi/kernel';

/**
 * How long after it happened an event is recorded as a rule, in milliseconds. What was recorded later (补录), or by a
 * clock behind the one it happened by, stands in a table of its own by when it happened; so a day is a stretch of the
 * log, and what that table has of it.
 */
export const promptMs = 60_000;

/** Whether an event is recorded as promptly as a rule: then its place in the log tells when it happened. */
export const isPrompt = (occurredAt: Instant, recordedAt: number): boolean => {
  const lag = recordedAt - Date.parse(occurredAt);
  return lag >= 0 && lag <= promptMs;
};
