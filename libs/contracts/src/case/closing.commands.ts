import { type ReopeningOnBehalfReason, reopeningOnBehalfReasons } from '../choices/incident-choices.ts';
import * as field from '../vocabulary/fields.ts';
import { CaseCommand } from './messages.ts';
import { OneCase } from './one-case.ts';

/** Checks the handling: passed closes the case (结案), failed sends it back to the unit (返工). */
@CaseCommand('核实结案', 'Verify a case', { route: 'POST /cases/:caseId/verification', permission: 'case.verify' })
export class VerifyCase extends OneCase {
  @field.boolean('核查通过', 'Passed')
  passed!: boolean;

  @field.remark('核查意见', 'Note', { max: 1000, optional: true })
  note?: string;
}

@CaseCommand('综合评价', 'Evaluate a case', { route: 'POST /cases/:caseId/evaluation', permission: 'case.evaluate' })
export class EvaluateCase extends OneCase {
  /** 1 very dissatisfied … 5 very satisfied. */
  @field.count('满意度（1至5）', 'Satisfaction, 1 to 5', { min: 1, max: 5 })
  satisfaction!: number;

  @field.remark('评价意见', 'Comment', { max: 1000, optional: true })
  comment?: string;
}

/**
 * The reporter is not content and has the closed case reopened, within the window. Somebody else records it for the
 * colleague who reported, by name, or for the resident who did, whose identity is sealed.
 */
@CaseCommand('重新打开', 'Reopen a case', { route: 'POST /cases/:caseId/reopening', permission: 'incident.report' })
export class ReopenCase extends OneCase {
  @field.remark('理由', 'Reason', { max: 1000 })
  reason!: string;

  /** The colleague who reported, or for whom it was reported: a person's id. */
  @field.anyId('代谁录入', 'On behalf of', { optional: true })
  onBehalfOf?: string;

  /** Needed with `onBehalfOf`; without it, how the resident asked. Absent: the reporter asks. */
  @field.choice(reopeningOnBehalfReasons, '代录原因', 'Why on their behalf', { when: { field: 'onBehalfOf' } })
  onBehalfReason?: ReopeningOnBehalfReason;
}
