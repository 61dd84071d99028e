import type { EventData } from '@panshi/contracts';
import { defineView, type DueDocument, Schema } from '@panshi/read-model';

/** When the clock must look at a running case next, and for what. */
export interface CaseDeadlineDocument extends DueDocument {
  /** The grid it lay in when its clock was last set going. */
  readonly gridCode: string;
  readonly next: 'warning' | 'overdue' | 'escalation';
  /** Deadline in force; absent while the clock of the case stands still. */
  readonly deadline?: string;
}

const schema = new Schema({
  _id: String,
  dueAt: { type: String, index: true },
  gridCode: String,
  next: String,
  deadline: String,
});

const started = (
  _id: string,
  { gridCode, deadline: { dueAt: deadline, warnAt: dueAt } }: Pick<EventData['CaseFiled'], 'gridCode' | 'deadline'>,
): CaseDeadlineDocument => ({
  _id,
  gridCode,
  next: 'warning',
  ...(deadline && { deadline, dueAt }),
});

export const caseDeadlines = defineView({
  name: 'case-deadlines',
  version: 2,
  schema,
  from: [
    'CaseFiled',
    'CaseReopened',
    'ExtensionGranted',
    'CaseSuspended',
    'CaseResumed',
    'DeadlineModifierApplied',
    'DeadlineModifierRemoved',
    'DeadlineWarned',
    'CaseOverdue',
    'CaseEscalated',
    'CaseClosed',
    'CaseWithdrawn',
    'CaseMarkedDuplicate',
  ],
  keys: ({ data }) => [data.caseId],
  evolve(document: CaseDeadlineDocument | undefined, { type, data }, id): CaseDeadlineDocument | undefined {
    switch (type) {
      case 'CaseFiled':
      case 'CaseReopened':
        return started(id, data);
      case 'CaseClosed':
      case 'CaseWithdrawn':
      case 'CaseMarkedDuplicate':
        return undefined;
      case 'DeadlineWarned':
        return document && { ...document, next: 'overdue', dueAt: data.dueAt };
      case 'CaseOverdue':
        return document && { ...document, next: 'escalation', dueAt: data.escalateAt };
      case 'CaseEscalated':
        return document && { ...document, dueAt: data.escalateAt };
      default:
        if (!document || (document.next === 'escalation' && !data.figures?.uncounted)) return document;
        return document.deadline === data.deadline.dueAt ? document : started(id, data);
    }
  },
});
