import { type Hazard, hazards, type ResponseLevel, responseLevels } from '../choices/wartime-choices.ts';
import * as field from '../vocabulary/fields.ts';
import { ActivationBasis, CaseDeadlineRule, Handover } from './wartime-fields.ts';
import { GridCommand } from './messages.ts';
import { OneActivation } from './one-activation.ts';

/**
 * Turns wartime on (启动战时): at once at levels Ⅲ and Ⅳ, as a request of a second person's approval at Ⅰ and Ⅱ. At Ⅲ and
 * Ⅳ rules that pause deadlines, or shorten them broadly, wait for a second person: by a prefix that names no class or
 * category, or together, with those in force there, all components or all events of the catalogue. The actor must have
 * authority over the whole scope.
 */
@GridCommand('启动战时', 'Activate wartime', {
  route: 'POST /wartime/activations',
  permission: 'wartime.activate',
  creates: 'activationId',
})
export class ActivateWartime {
  /** Also the id of the request, where a second person must approve. */
  @field.id('战时编号', 'Activation', { optional: true })
  activationId?: string;

  @field.districtCode('区', 'District')
  districtCode!: string;

  @field.choice(hazards, '灾种', 'Hazard')
  hazard!: Hazard;

  @field.choice(responseLevels, '响应等级', 'Level')
  level!: ResponseLevel;

  @field.regionCodes('范围', 'Scope', { least: 1, most: 500, unique: true })
  scope!: string[];

  @field.body(() => ActivationBasis, '依据', 'Basis')
  basis!: ActivationBasis;

  /** In official words that name nobody. */
  @field.phrase('理由', 'Reason', { max: 300 })
  reason!: string;

  @field.phrase('启动单位', 'Unit that starts it', { max: 60 })
  initiatingUnit!: string;

  /** Each prefix once. */
  @field.list(() => CaseDeadlineRule, '案卷时限规则', 'What happens to deadlines', {
    most: 100,
    unique: 'categoryPrefix',
  })
  deadlineRules!: CaseDeadlineRule[];

  /** The plan's for the level unless told. */
  @field.count('到岗时限（自然分钟）', 'Natural minutes for checking in', { min: 5, max: 1440, optional: true })
  checkInMinutes?: number;
}

/**
 * Moves an activation to another level (调整等级): to Ⅰ or Ⅱ only with a second person's approval, and to a lower one too
 * where it is at Ⅰ or Ⅱ, or was once.
 */
@GridCommand('调整战时等级', 'Change the level of wartime', {
  route: 'POST /wartime/activations/:activationId/level',
  permission: 'wartime.activate',
  creates: 'requestId',
})
export class ChangeLevel extends OneActivation {
  /** Where a second person must approve. */
  @field.id('申请编号', 'Request', { optional: true })
  requestId?: string;

  @field.choice(responseLevels, '响应等级', 'Level')
  level!: ResponseLevel;

  @field.body(() => ActivationBasis, '依据', 'Basis')
  basis!: ActivationBasis;

  @field.phrase('理由', 'Reason', { max: 300 })
  reason!: string;
}

/**
 * Ends wartime (解除战时): with a second person's approval where it is at level Ⅰ or Ⅱ, or was once. Refused while
 * something open would be left to nobody.
 */
@GridCommand('解除战时', 'Stand wartime down', {
  route: 'POST /wartime/activations/:activationId/stand-down',
  permission: 'wartime.activate',
  creates: 'requestId',
})
export class StandDown extends OneActivation {
  /** Where a second person must approve. */
  @field.id('申请编号', 'Request', { optional: true })
  requestId?: string;

  @field.phrase('理由', 'Reason', { max: 300 })
  reason!: string;

  /** Who has what is still open: grids in scope that have not checked in. */
  @field.list(() => Handover, '未了事项', 'What is still open, and who has it', { most: 1000 })
  openItems!: Handover[];
}
