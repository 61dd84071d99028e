import { type SuspensionReason, suspensionReasons } from '../choices/case-choices.ts';
import { Command } from '../message/command.ts';
import * as field from '../vocabulary/fields.ts';

/** Stops the clock of a case that cannot go on through nobody's fault (挂账). */
@Command({
  service: 'case',
  route: 'POST /cases/:caseId/suspension',
  permission: 'case.dispatch',
  summary: { zh: '挂账', en: 'Suspend a case' },
})
export class SuspendCase {
  @field.anyId('案卷编号', 'Case')
  caseId!: string;

  @field.choice(suspensionReasons, '挂账原因', 'Reason')
  reason!: SuspensionReason;

  @field.remark('说明', 'Note', { max: 1000, optional: true })
  note?: string;
}

@Command({
  service: 'case',
  route: 'POST /cases/:caseId/resumption',
  permission: 'case.dispatch',
  summary: { zh: '恢复办理', en: 'Resume a case' },
})
export class ResumeCase {
  @field.anyId('案卷编号', 'Case')
  caseId!: string;
}

@Command({
  service: 'case',
  route: 'POST /cases/:caseId/supervision',
  permission: 'case.supervise',
  summary: { zh: '督办', en: 'Supervise a case' },
})
export class SuperviseCase {
  @field.anyId('案卷编号', 'Case')
  caseId!: string;

  @field.remark('督办要求', 'What is demanded', { max: 1000 })
  instruction!: string;
}
