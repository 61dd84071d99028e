import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsDefined,
  IsIn,
  IsInt,
  IsOptional,
  IsUUID,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { Command } from '../message/command.ts';
import { IsPhrase } from '../organization/fields.ts';
import { IsDistrictCode, IsListOf, IsScope } from './fields.ts';
import { type Hazard, hazards, type ResponseLevel, responseLevels } from './wartime-choices.ts';
import { ActivationBasis, CaseDeadlineRule, Handover } from './wartime-fields.ts';
import { NoCitizenNumber } from '../validation/no-citizen-number.ts';

/**
 * Turns wartime on (启动战时): at once at levels Ⅲ and Ⅳ, as a request of a second person's approval at Ⅰ and Ⅱ. The actor
 * must have authority over the whole scope.
 */
@Command({
  service: 'grid',
  route: 'POST /wartime/activations',
  permission: 'wartime.activate',
  creates: 'activationId',
  summary: { zh: '启动战时', en: 'Activate wartime' },
})
export class ActivateWartime {
  /** Also the id of the request, where a second person must approve. */
  @IsOptional()
  @IsUUID('7')
  activationId?: string;

  @IsDistrictCode()
  districtCode!: string;

  @IsIn(Object.keys(hazards))
  hazard!: Hazard;

  @IsIn(Object.keys(responseLevels))
  level!: ResponseLevel;

  @IsScope()
  scope!: string[];

  @ValidateNested()
  @Type(() => ActivationBasis)
  @IsDefined()
  basis!: ActivationBasis;

  /** Why, in official words that name nobody. */
  @NoCitizenNumber()
  @IsPhrase(300)
  reason!: string;

  /** The unit that starts it (启动单位). */
  @NoCitizenNumber()
  @IsPhrase(60)
  initiatingUnit!: string;

  /** What happens to deadlines; each prefix once. */
  @ValidateNested({ each: true })
  @Type(() => CaseDeadlineRule)
  @ArrayUnique((rule: CaseDeadlineRule) => rule.categoryPrefix)
  @ArrayMaxSize(100)
  @IsArray()
  deadlineRules!: CaseDeadlineRule[];

  /** Natural minutes a grid has for checking in, 5 to 1,440; the plan's for the level unless told. */
  @IsOptional()
  @IsInt()
  @Min(5)
  @Max(1440)
  checkInMinutes?: number;
}

/** Moves an activation to another level (调整等级): to Ⅰ or Ⅱ only with a second person's approval. */
@Command({
  service: 'grid',
  route: 'POST /wartime/activations/:activationId/level',
  permission: 'wartime.activate',
  creates: 'requestId',
  summary: { zh: '调整战时等级', en: 'Change the level of wartime' },
})
export class ChangeLevel {
  @IsDistrictCode()
  districtCode!: string;

  @IsUUID('7')
  activationId!: string;

  /** Id of the request, where a second person must approve. */
  @IsOptional()
  @IsUUID('7')
  requestId?: string;

  @IsIn(Object.keys(responseLevels))
  level!: ResponseLevel;

  @ValidateNested()
  @Type(() => ActivationBasis)
  @IsDefined()
  basis!: ActivationBasis;

  @NoCitizenNumber()
  @IsPhrase(300)
  reason!: string;
}

/** Adds regions to an activation (扩大范围): always with a second person's approval. */
@Command({
  service: 'grid',
  route: 'POST /wartime/activations/:activationId/widening',
  permission: 'wartime.activate',
  creates: 'requestId',
  summary: { zh: '扩大战时范围', en: 'Widen the scope of wartime' },
})
export class WidenScope {
  @IsDistrictCode()
  districtCode!: string;

  @IsUUID('7')
  activationId!: string;

  @IsOptional()
  @IsUUID('7')
  requestId?: string;

  /** The regions to be added. */
  @IsScope()
  added!: string[];

  @ValidateNested()
  @Type(() => ActivationBasis)
  @IsDefined()
  basis!: ActivationBasis;

  @NoCitizenNumber()
  @IsPhrase(300)
  reason!: string;
}

/** Takes regions out of an activation (缩小范围); what was in its scope as a whole goes out as a whole. */
@Command({
  service: 'grid',
  route: 'POST /wartime/activations/:activationId/narrowing',
  permission: 'wartime.activate',
  summary: { zh: '缩小战时范围', en: 'Narrow the scope of wartime' },
})
export class NarrowScope {
  @IsDistrictCode()
  districtCode!: string;

  @IsUUID('7')
  activationId!: string;

  /** The whole scope from now on; all of it lies in the present one. */
  @IsScope()
  scope!: string[];

  @ValidateNested()
  @Type(() => ActivationBasis)
  @IsDefined()
  basis!: ActivationBasis;

  @NoCitizenNumber()
  @IsPhrase(300)
  reason!: string;

  /** Who has what is still open in the regions that go out; nothing may be left to nobody. */
  @IsListOf(() => Handover, 0, 1000)
  openItems!: Handover[];
}

/** Ends wartime (解除战时). Refused while something open would be left to nobody. */
@Command({
  service: 'grid',
  route: 'POST /wartime/activations/:activationId/stand-down',
  permission: 'wartime.activate',
  summary: { zh: '解除战时', en: 'Stand wartime down' },
})
export class StandDown {
  @IsDistrictCode()
  districtCode!: string;

  @IsUUID('7')
  activationId!: string;

  @NoCitizenNumber()
  @IsPhrase(300)
  reason!: string;

  /** Who has what is still open: grids that have not checked in. */
  @IsListOf(() => Handover, 0, 1000)
  openItems!: Handover[];
}
