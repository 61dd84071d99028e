import { EscalateCase, MarkOverdue, MarkWarning } from '@panshi/contracts';
import { defineTimer, issue } from '@panshi/read-model';
import { caseDeadlines } from '../views/case-deadlines.view.ts';

/**
 * Marks cases as warned of, overdue and escalated when their time comes. A case already overdue is not warned of any
 * more.
 */
export const caseDeadlineTimer = defineTimer({
  name: 'case-deadlines',
  issues: [EscalateCase, MarkOverdue, MarkWarning],
  view: caseDeadlines,
  regions: ({ gridCode }) => [gridCode],
  react({ _id: caseId, next, deadline, dueAt }, now) {
    if (dueAt === undefined) return undefined;
    if (next === 'escalation') return issue(EscalateCase, { caseId, escalateAt: dueAt });
    if (deadline === undefined) return undefined;
    if (next === 'overdue' || deadline <= now) return issue(MarkOverdue, { caseId, dueAt: deadline });
    return issue(MarkWarning, { caseId, dueAt: deadline });
  },
});
