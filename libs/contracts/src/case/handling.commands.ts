import { type ReturnReason, returnReasons } from '../choices/case-choices.ts';
import { Command } from '../message/command.ts';
import * as field from '../vocabulary/fields.ts';

@Command({
  service: 'case',
  route: 'POST /cases/:caseId/dispatch',
  permission: 'case.dispatch',
  summary: { zh: '任务派遣', en: 'Dispatch a case' },
})
export class DispatchCase {
  @field.anyId('案卷编号', 'Case')
  caseId!: string;

  /** Unit that is to handle it; absent: the one the catalogue names. */
  @field.unit('责任单位', 'Unit', { optional: true })
  unit?: string;

  @field.remark('派遣要求', 'Note', { max: 1000, optional: true })
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
  @field.anyId('案卷编号', 'Case')
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
  @field.anyId('案卷编号', 'Case')
  caseId!: string;

  @field.choice(returnReasons, '退回原因', 'Reason')
  reason!: ReturnReason;

  @field.remark('说明', 'Note', { max: 1000, optional: true })
  note?: string;
}

@Command({
  service: 'case',
  route: 'POST /cases/:caseId/report',
  permission: 'case.handle',
  summary: { zh: '处理反馈', en: 'Report back on a case' },
})
export class ReportBack {
  @field.anyId('案卷编号', 'Case')
  caseId!: string;

  @field.remark('处理结果', 'What was done', { max: 2000 })
  result!: string;
}
