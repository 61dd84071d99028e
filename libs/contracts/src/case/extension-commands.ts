import { IsNumber, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { Command } from '../message/command.ts';
import { IsRemark } from '../vocabulary/text.ts';

@Command({
  service: 'case',
  route: 'POST /cases/:caseId/extension-request',
  permission: 'case.handle',
  summary: { zh: '申请延期', en: 'Request more time' },
})
export class RequestExtension {
  @IsUUID()
  caseId!: string;

  /** How much more, in the unit of time of the case's limit; whole for days. */
  @IsNumber({ maxDecimalPlaces: 2 })
  @Min(0.25)
  @Max(1000)
  amount!: number;

  @IsRemark(1000)
  reason!: string;
}

@Command({
  service: 'case',
  route: 'POST /cases/:caseId/extension',
  permission: 'case.dispatch',
  summary: { zh: '批准延期', en: 'Grant more time' },
})
export class GrantExtension {
  @IsUUID()
  caseId!: string;
}

@Command({
  service: 'case',
  route: 'POST /cases/:caseId/extension-refusal',
  permission: 'case.dispatch',
  summary: { zh: '不予延期', en: 'Refuse more time' },
})
export class RefuseExtension {
  @IsUUID()
  caseId!: string;

  @IsOptional()
  @IsRemark(1000)
  note?: string;
}
