import * as field from '../vocabulary/fields.ts';
import { CaseCommand } from './messages.ts';
import { OneCase } from './one-case.ts';

/** The clock found most of the time gone; the decision looks again. */
@CaseCommand('预警（系统）', 'Warn of a deadline (system)', { permission: 'system.act' })
export class MarkWarning extends OneCase {
  /** The deadline meant; where it has changed since, nothing happens. */
  @field.instant('时限', 'Deadline')
  dueAt!: string;
}

/** The clock found the deadline passed; the decision looks again. */
@CaseCommand('超期（系统）', 'Mark a case overdue (system)', { permission: 'system.act' })
export class MarkOverdue extends OneCase {
  /** The deadline meant; where it has changed since, nothing happens. */
  @field.instant('时限', 'Deadline')
  dueAt!: string;
}

/** The clock found an overdue case still open; the decision looks again. */
@CaseCommand('升级（系统）', 'Escalate a case (system)', { permission: 'system.act' })
export class EscalateCase extends OneCase {
  /** When it was to be escalated; where that has changed since, nothing happens. */
  @field.instant('升级时间', 'Escalates at')
  escalateAt!: string;
}
