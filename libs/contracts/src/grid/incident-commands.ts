import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsDefined,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import {
  type IncidentChannel,
  incidentChannels,
  type IncidentWithdrawalReason,
  incidentWithdrawalReasons,
  type OnBehalfReason,
  onBehalfReasons,
} from '../choices/incident-choices.ts';
import { Command } from '../message/command.ts';
import { IsCategoryCode } from '../vocabulary/category-code.ts';
import { IsFlag } from '../vocabulary/flag.ts';
import { NoCitizenNumber } from '../vocabulary/no-citizen-number.ts';
import { Place } from '../vocabulary/place.ts';
import { IsPhrase } from '../vocabulary/text.ts';

/** A picture stored already, sealed. */
export class PictureReference {
  @IsUUID('all')
  pictureId!: string;

  /** SHA-256 of the sealed file, as the upload answered it: 64 hex digits. */
  @Matches(/^[0-9a-f]{64}$/)
  sha256!: string;
}

/** The resident whose report it is, as far as they want to be known. Sealed before it is recorded. */
export class Reporter {
  @IsOptional()
  @IsPhrase(40)
  name?: string;

  /** Digits, hyphens and a leading plus. */
  @IsOptional()
  @Matches(/^\+?\d[\d-]{4,18}\d$/)
  phone?: string;
}

/** Reports an incident (事件上报). It falls to the grid its location lies in, whose territory the actor must have authority over. */
@Command({
  service: 'grid',
  route: 'POST /incidents',
  permission: 'incident.report',
  creates: 'incidentId',
  summary: { zh: '上报事件', en: 'Report an incident' },
})
export class ReportIncident {
  @IsOptional()
  @IsUUID('7')
  incidentId?: string;

  @IsCategoryCode()
  categoryCode!: string;

  /** What is the matter: at most 2,000 characters. Sealed before it is recorded. */
  @NoCitizenNumber()
  @MaxLength(2000)
  @IsNotEmpty()
  @IsString()
  text!: string;

  @ValidateNested()
  @Type(() => Place)
  @IsDefined()
  location!: Place;

  @IsOptional()
  @ValidateNested({ each: true })
  @Type(() => PictureReference)
  @ArrayUnique((picture: PictureReference) => picture.pictureId)
  @ArrayMaxSize(9)
  @IsArray()
  pictures?: PictureReference[];

  @IsOptional()
  @ValidateNested()
  @Type(() => Reporter)
  reporter?: Reporter;

  /** Whether somebody or something is in danger now. */
  @IsFlag()
  urgent?: boolean;

  @IsIn(Object.keys(incidentChannels))
  channel!: IncidentChannel;

  /** The colleague for whom it is recorded (代录): a person's id. */
  @IsOptional()
  @IsUUID('all')
  onBehalfOf?: string;

  /** Needed with `onBehalfOf`. */
  @ValidateIf((command: ReportIncident) => command.onBehalfOf !== undefined || command.onBehalfReason !== undefined)
  @IsIn(Object.keys(onBehalfReasons))
  onBehalfReason?: OnBehalfReason;
}

/** Says that an incident is one that was reported before (重复上报). */
@Command({
  service: 'grid',
  route: 'POST /incidents/:incidentId/duplicate',
  permission: 'case.file',
  summary: { zh: '关联重复事件', en: 'Link a duplicate incident' },
})
export class LinkDuplicateIncident {
  @IsUUID('7')
  incidentId!: string;

  /** The first report, itself no duplicate. */
  @IsUUID('7')
  duplicateOf!: string;
}

/** Takes a report back (撤回); only who recorded it may. */
@Command({
  service: 'grid',
  route: 'POST /incidents/:incidentId/withdrawal',
  permission: 'incident.report',
  summary: { zh: '撤回上报', en: 'Withdraw a report' },
})
export class WithdrawIncident {
  @IsUUID('7')
  incidentId!: string;

  @IsIn(Object.keys(incidentWithdrawalReasons))
  reason!: IncidentWithdrawalReason;
}
