import { ArrayUnique, IsIn, IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { type Hazard, hazards, type ResponseLevel, responseLevels } from '../choices/wartime-choices.ts';
import { Command } from '../message/command.ts';
import { IsBody, IsListOf } from '../vocabulary/nested.ts';
import { IsDistrictCode, IsScope } from '../vocabulary/region-code.ts';
import { IsPhrase } from '../vocabulary/text.ts';
import { ActivationBasis, CaseDeadlineRule, Handover } from './wartime-fields.ts';

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

  @IsBody(() => ActivationBasis)
  basis!: ActivationBasis;

  /** Why, in official words that name nobody. */
  @IsPhrase(300)
  reason!: string;

  /** The unit that starts it (启动单位). */
  @IsPhrase(60)
  initiatingUnit!: string;

  /** What happens to deadlines; each prefix once. */
  @ArrayUnique((rule: CaseDeadlineRule) => rule.categoryPrefix)
  @IsListOf(() => CaseDeadlineRule, 0, 100)
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

  @IsBody(() => ActivationBasis)
  basis!: ActivationBasis;

  @IsPhrase(300)
  reason!: string;
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

  @IsPhrase(300)
  reason!: string;

  /** Who has what is still open: grids that have not checked in. */
  @IsListOf(() => Handover, 0, 1000)
  openItems!: Handover[];
}
