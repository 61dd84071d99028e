import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { type ReturnReason, returnReasons } from '../choices/case-choices.ts';
import { Command } from '../message/command.ts';
import { IsRemark, IsUnit } from '../vocabulary/text.ts';

@Command({
  service: 'case',
  route: 'POST /cases/:caseId/dispatch',
  permission: 'case.dispatch',
  summary: { zh: '任务派遣', en: 'Dispatch a case' },
})
export class DispatchCase {
  @IsUUID()
  caseId!: string;

  /** Unit that is to handle it; absent: the one the catalogue names. */
  @IsOptional()
  @IsUnit()
  unit?: string;

  @IsOptional()
  @IsRemark(1000)
  note?: string;
}

/** The unit signs for the case (签收) and begins to handle it. */
@Command({
  service: 'case',
  route: 'POST /cases/:caseId/acceptance',
  permission: 'case.handle',
  summary: { zh: '签收处置', en: 'Accept a case' },
})
export class AcceptCase {
  @IsUUID()
  caseId!: string;
}

/** The unit gives the case back as not its own. */
@Command({
  service: 'case',
  route: 'POST /cases/:caseId/return',
  permission: 'case.handle',
  summary: { zh: '退回', en: 'Return a case' },
})
export class ReturnCase {
  @IsUUID()
  caseId!: string;

  @IsIn(Object.keys(returnReasons))
  reason!: ReturnReason;

  @IsOptional()
  @IsRemark(1000)
  note?: string;
}

@Command({
  service: 'case',
  route: 'POST /cases/:caseId/report',
  permission: 'case.handle',
  summary: { zh: '处理反馈', en: 'Report back on a case' },
})
export class ReportBack {
  @IsUUID()
  caseId!: string;

  /** What was done. */
  @IsRemark(2000)
  result!: string;
}
