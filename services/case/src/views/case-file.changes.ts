import { type CaseEventType, type CaseStep, sealedAt, type SealedRef } from '@panshi/contracts';
import type { Typed } from '@panshi/read-model';

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
  CaseMovedToGrid: undefined,
  DeadlineWarned: undefined,
  CaseOverdue: undefined,
  CaseEscalated: undefined,
} as const satisfies Record<CaseEventType, string | undefined>;

/** One step of a case; what was written stays sealed until a reader may see it. */
export type FileStep = Omit<CaseStep, 'text'> & { readonly text?: SealedRef };

/** The step that an event is. */
export const stepOf = (event: Typed<CaseEventType>): FileStep => {
  const { type, data, occurredAt: at, actor } = event;
  const field = caseTexts[type];
  const text = field && sealedAt(event, field);
  const deadline = 'deadline' in data ? data.deadline.dueAt : undefined;
  return {
    type,
    at,
    post: actor.post,
    ...('unit' in data && { unit: data.unit }),
    ...('reason' in data && typeof data.reason === 'string' && { reason: data.reason }),
    ...(deadline && { deadline }),
    ...(type === 'CaseMovedToGrid' && { gridCode: data.gridCode, reason: data.cause }),
    ...(text && { text }),
  };
};
