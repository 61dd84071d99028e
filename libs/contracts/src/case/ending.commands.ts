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

/** Links the case to the first one about the same matter, which goes on alone. Its own duplicates move along. */
@CaseCommand('标记重复', 'Link a duplicate case', { route: 'POST /cases/:caseId/duplicate', permission: 'case.file' })
export class LinkDuplicateCase extends OneCase {
  @field.anyId('首个案卷', 'First case')
  duplicateOf!: string;
}

/** Takes a link as duplicate back (取消关联): the case goes on where it was linked, and its clock has run meanwhile. */
@CaseCommand('取消重复标记', 'Unlink a duplicate case', {
  route: 'DELETE /cases/:caseId/duplicate',
  permission: 'case.file',
})
export class UnlinkDuplicateCase extends OneCase {
  /** The link to be taken back: nothing happens where it is linked elsewhere by now. */
  @field.anyId('首个案卷', 'First case', { optional: true })
  duplicateOf?: string;
}

/** Moves a duplicate to the first case of what it was linked to. Issued when that became a duplicate, or was withdrawn. */
@CaseCommand('重复案卷改挂（系统）', 'Move a duplicate to the first case (system)', { permission: 'system.act' })
export class MoveDuplicateCase extends OneCase {
  /** Nothing happens where it is linked elsewhere by now. */
  @field.anyId('原关联案卷', 'What it is linked to')
  from!: string;

  @field.anyId('首个案卷', 'First case')
  duplicateOf!: string;
}
