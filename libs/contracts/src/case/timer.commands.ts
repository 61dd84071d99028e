import { Command } from '../message/command.ts';
import * as field from '../vocabulary/fields.ts';

/** The clock found most of the time gone; the decision looks again. */
@Command({
  service: 'case',
  route: 'POST /cases/:caseId/warning',
  permission: 'system.act',
  summary: { zh: '预警（系统）', en: 'Warn of a deadline (system)' },
})
export class MarkWarning {
  @field.anyId('案卷编号', 'Case')
  caseId!: string;

  /** The deadline meant; where it has changed since, nothing happens. */
  @field.instant('时限', 'Deadline')
  dueAt!: string;
}

/** The clock found the deadline passed; the decision looks again. */
@Command({
  service: 'case',
  route: 'POST /cases/:caseId/overdue',
  permission: 'system.act',
  summary: { zh: '超期（系统）', en: 'Mark a case overdue (system)' },
})
export class MarkOverdue {
  @field.anyId('案卷编号', 'Case')
  caseId!: string;

  /** The deadline meant; where it has changed since, nothing happens. */
  @field.instant('时限', 'Deadline')
  dueAt!: string;
}

/** The clock found an overdue case still open; the decision looks again. */
@Command({
  service: 'case',
  route: 'POST /cases/:caseId/escalation',
  permission: 'system.act',
  summary: { zh: '升级（系统）', en: 'Escalate a case (system)' },
})
export class EscalateCase {
  @field.anyId('案卷编号', 'Case')
  caseId!: string;

  /** When it was to be escalated; where that has changed since, nothing happens. */
  @field.instant('升级时间', 'Escalates at')
  escalateAt!: string;
}
