import { type SuspensionReason, suspensionReasons } from '../choices/case-choices.ts';
import * as field from '../vocabulary/fields.ts';
import { CaseCommand } from './messages.ts';
import { OneCase } from './one-case.ts';

/** Stops the clock of a case that cannot go on through nobody's fault (挂账). */
@CaseCommand('挂账', 'Suspend a case', { route: 'POST /cases/:caseId/suspension', permission: 'case.dispatch' })
export class SuspendCase extends OneCase {
  @field.choice(suspensionReasons, '挂账原因', 'Reason')
  reason!: SuspensionReason;

  @field.remark('说明', 'Note', { max: 1000, optional: true })
  note?: string;
}

@CaseCommand('恢复办理', 'Resume a case', { route: 'POST /cases/:caseId/resumption', permission: 'case.dispatch' })
export class ResumeCase extends OneCase {}

@CaseCommand('督办', 'Supervise a case', { route: 'POST /cases/:caseId/supervision', permission: 'case.supervise' })
export class SuperviseCase extends OneCase {
  @field.remark('督办要求', 'What is demanded', { max: 1000 })
  instruction!: string;
}
