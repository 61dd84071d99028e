import { type WithdrawalReason, withdrawalReasons } from '../choices/case-choices.ts';
import { Command } from '../message/command.ts';
import * as field from '../vocabulary/fields.ts';

@Command({
  service: 'case',
  route: 'POST /cases/:caseId/withdrawal',
  permission: 'case.file',
  summary: { zh: '撤销案卷', en: 'Withdraw a case' },
})
export class WithdrawCase {
  @field.anyId('案卷编号', 'Case')
  caseId!: string;

  @field.choice(withdrawalReasons, '撤销原因', 'Reason')
  reason!: WithdrawalReason;

  @field.remark('说明', 'Note', { max: 1000, optional: true })
  note?: string;
}

/** Links the case to the first one about the same matter, which goes on alone. */
@Command({
  service: 'case',
  route: 'POST /cases/:caseId/duplicate',
  permission: 'case.file',
  summary: { zh: '标记重复', en: 'Link a duplicate case' },
})
export class LinkDuplicateCase {
  @field.anyId('案卷编号', 'Case')
  caseId!: string;

  @field.anyId('首个案卷', 'First case')
  duplicateOf!: string;
}
