import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, IsString, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { Command } from '../message/command.ts';
import { IsCategoryCode } from './category-code.ts';
import { IsGridCode, Place } from '../grid/fields.ts';
import { IsRemark } from './fields.ts';
import { type DeclineReason, declineReasons } from './reasons.ts';

/** Opens the one case (案卷) of an incident; the system's answer to a report. */
@Command({
  service: 'case',
  route: 'POST /cases',
  permission: 'system.act',
  territory: 'gridCode',
  creates: 'caseId',
  summary: { zh: '建立案卷（系统）', en: 'Open a case (system)' },
})
export class OpenCase {
  /** The incident's id, so that an incident has one case only. */
  @IsUUID()
  caseId!: string;

  @IsUUID()
  incidentId!: string;

  @IsGridCode()
  gridCode!: string;

  @IsCategoryCode()
  categoryCode!: string;

  @ValidateNested()
  @Type(() => Place)
  location!: Place;

  @IsBoolean()
  urgent!: boolean;

  /** How the report came in. */
  @IsString()
  @MaxLength(40)
  channel!: string;

  /** Person who recorded the report, by id. */
  @IsString()
  @MaxLength(64)
  recordedBy!: string;
}

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
