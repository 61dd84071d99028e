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

/** A duplicate that is unlinked goes on where its clock had come to. */
const resumed = (id: string, data: EventData['CaseDuplicateUnlinked']): CaseDeadlineDocument | undefined => {
  const { gridCode, deadline, warned, overdue, escalateAt } = data;
  if (!deadline) return undefined;
  const document = started(id, { gridCode, deadline });
  if (overdue) return { ...document, next: 'escalation', dueAt: escalateAt };
  return warned ? { ...document, next: 'overdue', dueAt: deadline.dueAt } : document;
};

export const caseDeadlines = defineView({
  name: 'case-deadlines',
  version: 3,
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
    'CaseDuplicateUnlinked',
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
      case 'CaseDuplicateUnlinked':
        return resumed(id, data);
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
