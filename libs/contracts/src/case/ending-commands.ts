import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { type WithdrawalReason, withdrawalReasons } from '../choices/case-choices.ts';
import { Command } from '../message/command.ts';
import { IsRemark } from '../vocabulary/text.ts';

@Command({
  service: 'case',
  route: 'POST /cases/:caseId/withdrawal',
  permission: 'case.file',
  summary: { zh: '撤销案卷', en: 'Withdraw a case' },
})
export class WithdrawCase {
  @IsUUID()
  caseId!: string;

  @IsIn(Object.keys(withdrawalReasons))
  reason!: WithdrawalReason;

  @IsOptional()
  @IsRemark(1000)
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
  @IsUUID()
  caseId!: string;

  /** The first case. */
  @IsUUID()
  duplicateOf!: string;
}
