import { EscalateCase, MarkOverdue, MarkWarning } from '@panshi/contracts';
import { defineTimer } from '@panshi/read-model';
import { caseDeadlines } from '../views/case-deadlines.view.ts';

/** Has cases warned of, marked overdue and escalated when their time comes. A warning missed is not made up for. */
export const caseDeadlineTimer = defineTimer({
  name: 'case-deadlines',
  view: caseDeadlines,
  regions: ({ gridCode }) => [gridCode],
  react({ _id: caseId, next, deadline, dueAt }, now) {
    if (next === 'escalation') return { command: Object.assign(new EscalateCase(), { caseId, escalateAt: dueAt }) };
    if (next === 'overdue' || (deadline && deadline <= now))
      return { command: Object.assign(new MarkOverdue(), { caseId, dueAt: deadline }) };
    return { command: Object.assign(new MarkWarning(), { caseId, dueAt: deadline }) };
  },
});
