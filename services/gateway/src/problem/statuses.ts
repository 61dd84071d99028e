import type { RejectionKind } from '@panshi/kernel';

const ofKind: Readonly<Record<RejectionKind, number>> = {
  invalid: 422,
  'not-found': 404,
  conflict: 409,
  forbidden: 403,
};

/** Rejections whose status the HTTP standard fixes. */
const fixed: Readonly<Record<string, number>> = { 'precondition.stale': 412, 'message.too-large': 413 };

/** What is unavailable for another reason than the load of all. */
const ofOutage: Readonly<Record<string, number>> = { 'deadline-passed': 504, 'view.as-of-account-busy': 429 };

/** The HTTP status that a refusal is answered with. */
export const statusOfRejection = (code: string, kind: RejectionKind = 'conflict'): number =>
  fixed[code] ?? ofKind[kind];

/** The HTTP status where something cannot be done now. */
export const statusOfOutage = (code: string): number => ofOutage[code] ?? 503;
