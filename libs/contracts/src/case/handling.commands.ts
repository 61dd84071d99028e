import { type ReturnReason, returnReasons } from '../choices/case-choices.ts';
import * as field from '../vocabulary/fields.ts';
import { CaseCommand } from './messages.ts';
import { OneCase } from './one-case.ts';

@CaseCommand('任务派遣', 'Dispatch a case', { route: 'POST /cases/:caseId/dispatch', permission: 'case.dispatch' })
export class DispatchCase extends OneCase {
  /** Unit that is to handle it, or the grid it lies in; absent: the unit the catalogue names. */
  @field.unitOrGrid('责任单位', 'Unit', { optional: true })
  unit?: string;

  @field.remark('派遣要求', 'Note', { max: 1000, optional: true })
  note?: string;
}

/** The unit signs for the case (签收) and begins to handle it. */
@CaseCommand('签收处置', 'Accept a case', { route: 'POST /cases/:caseId/acceptance', permission: 'case.handle' })
export class AcceptCase extends OneCase {}

/** The unit gives the case back as not its own. */
@CaseCommand('退回', 'Return a case', { route: 'POST /cases/:caseId/return', permission: 'case.handle' })
export class ReturnCase extends OneCase {
  @field.choice(returnReasons, '退回原因', 'Reason')
  reason!: ReturnReason;

  @field.remark('说明', 'Note', { max: 1000, optional: true })
  note?: string;
}

@CaseCommand('处理反馈', 'Report back on a case', { route: 'POST /cases/:caseId/report', permission: 'case.handle' })
export class ReportBack extends OneCase {
  @field.remark('处理结果', 'What was done', { max: 2000 })
  result!: string;
}
