import { IsBoolean, IsIn, IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { type OnBehalfReason, onBehalfReasons } from '../choices/incident-choices.ts';
import { Command } from '../message/command.ts';
import { IsRemark } from '../vocabulary/text.ts';

/** Checks the handling: passed closes the case (结案), failed sends it back to the unit (返工). */
@Command({
  service: 'case',
  route: 'POST /cases/:caseId/verification',
  permission: 'case.verify',
  summary: { zh: '核实结案', en: 'Verify a case' },
})
export class VerifyCase {
  @IsUUID()
  caseId!: string;

  @IsBoolean()
  passed!: boolean;

  @IsOptional()
  @IsRemark(1000)
  note?: string;
}

@Command({
  service: 'case',
  route: 'POST /cases/:caseId/evaluation',
  permission: 'case.evaluate',
  summary: { zh: '综合评价', en: 'Evaluate a case' },
})
export class EvaluateCase {
  @IsUUID()
  caseId!: string;

  /** 1 very dissatisfied … 5 very satisfied. */
  @IsInt()
  @Min(1)
  @Max(5)
  satisfaction!: number;

  @IsOptional()
  @IsRemark(1000)
  comment?: string;
}

/** The reporter is not content and has the closed case reopened, within the window. */
@Command({
  service: 'case',
  route: 'POST /cases/:caseId/reopening',
  permission: 'incident.report',
  summary: { zh: '重新打开', en: 'Reopen a case' },
})
export class ReopenCase {
  @IsUUID()
  caseId!: string;

  @IsRemark(1000)
  reason!: string;

  /** Why a colleague records it for the reporter (代录); absent: who recorded the report asks. */
  @IsOptional()
  @IsIn(Object.keys(onBehalfReasons))
  onBehalfReason?: OnBehalfReason;
}
