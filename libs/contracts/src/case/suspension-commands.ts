import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { type SuspensionReason, suspensionReasons } from '../choices/case-choices.ts';
import { Command } from '../message/command.ts';
import { IsRemark } from '../vocabulary/text.ts';

/** Stops the clock of a case that cannot go on through nobody's fault (挂账). */
@Command({
  service: 'case',
  route: 'POST /cases/:caseId/suspension',
  permission: 'case.dispatch',
  summary: { zh: '挂账', en: 'Suspend a case' },
})
export class SuspendCase {
  @IsUUID()
  caseId!: string;

  @IsIn(Object.keys(suspensionReasons))
  reason!: SuspensionReason;

  @IsOptional()
  @IsRemark(1000)
  note?: string;
}

@Command({
  service: 'case',
  route: 'POST /cases/:caseId/resumption',
  permission: 'case.dispatch',
  summary: { zh: '恢复办理', en: 'Resume a case' },
})
export class ResumeCase {
  @IsUUID()
  caseId!: string;
}

@Command({
  service: 'case',
  route: 'POST /cases/:caseId/supervision',
  permission: 'case.supervise',
  summary: { zh: '督办', en: 'Supervise a case' },
})
export class SuperviseCase {
  @IsUUID()
  caseId!: string;

  /** What is demanded. */
  @IsRemark(1000)
  instruction!: string;
}
