import { IsBoolean, IsIn, IsOptional, IsUUID } from 'class-validator';
import { type DeclineReason, declineReasons } from '../choices/case-choices.ts';
import { Command } from '../message/command.ts';
import { IsCategoryCode } from '../vocabulary/category-code.ts';
import { IsRemark } from '../vocabulary/text.ts';

/** Files the case (立案): fixes category, catalogue edition, calendar version and limit, and starts the clock. */
@Command({
  service: 'case',
  route: 'POST /cases/:caseId/filing',
  permission: 'case.file',
  summary: { zh: '立案', en: 'File a case' },
})
export class FileCase {
  @IsUUID()
  caseId!: string;

  /** Category as the officer finds it; absent: as reported. */
  @IsOptional()
  @IsCategoryCode()
  categoryCode?: string;

  /** Whether danger is imminent; absent: as reported. Categories that are always urgent stay so. */
  @IsOptional()
  @IsBoolean()
  urgent?: boolean;
}

@Command({
  service: 'case',
  route: 'POST /cases/:caseId/refusal',
  permission: 'case.file',
  summary: { zh: '不予立案', en: 'Decline to file a case' },
})
export class DeclineCase {
  @IsUUID()
  caseId!: string;

  @IsIn(Object.keys(declineReasons))
  reason!: DeclineReason;

  @IsOptional()
  @IsRemark(1000)
  note?: string;
}
