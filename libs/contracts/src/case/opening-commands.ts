import { IsBoolean, IsString, IsUUID, MaxLength } from 'class-validator';
import { Command } from '../message/command.ts';
import { IsCategoryCode } from '../vocabulary/category-code.ts';
import { IsBody } from '../vocabulary/nested.ts';
import { Place } from '../vocabulary/place.ts';
import { IsGridCode } from '../vocabulary/region-code.ts';

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

  @IsBody(() => Place)
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
