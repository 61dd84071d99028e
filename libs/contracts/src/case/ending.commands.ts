import { type WithdrawalReason, withdrawalReasons } from '../choices/case-choices.ts';
import * as field from '../vocabulary/fields.ts';
import { CaseCommand } from './messages.ts';
import { OneCase } from './one-case.ts';

@CaseCommand('撤销案卷', 'Withdraw a case', { route: 'POST /cases/:caseId/withdrawal', permission: 'case.file' })
export class WithdrawCase extends OneCase {
  @field.choice(withdrawalReasons, '撤销原因', 'Reason')
  reason!: WithdrawalReason;

  @field.remark('说明', 'Note', { max: 1000, optional: true })
  note?: string;
}

/** Links the case to the first one about the same matter, which goes on alone. */
@CaseCommand('标记重复', 'Link a duplicate case', { route: 'POST /cases/:caseId/duplicate', permission: 'case.file' })
export class LinkDuplicateCase extends OneCase {
  @field.anyId('首个案卷', 'First case')
  duplicateOf!: string;
}
