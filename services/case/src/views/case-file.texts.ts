import type { CaseEventType } from '@panshi/contracts';

/** Events of a case, and the field of each that holds what somebody wrote. */
export const caseTexts = {
  CaseOpened: undefined,
  CaseFiled: undefined,
  CaseDeclined: 'note',
  CaseDispatched: 'note',
  CaseAccepted: undefined,
  CaseReturned: 'note',
  HandlingReported: 'result',
  ReworkOrdered: 'note',
  CaseClosed: 'note',
  CaseEvaluated: 'comment',
  CaseReopened: 'reason',
  ExtensionRequested: 'reason',
  ExtensionGranted: undefined,
  ExtensionRefused: 'note',
  CaseSuspended: 'note',
  CaseResumed: undefined,
  CaseSupervised: 'instruction',
  CaseWithdrawn: 'note',
  CaseMarkedDuplicate: undefined,
  DeadlineModifierApplied: undefined,
  DeadlineModifierRemoved: undefined,
  DeadlineWarned: undefined,
  CaseOverdue: undefined,
  CaseEscalated: undefined,
} as const satisfies Record<CaseEventType, string | undefined>;
