import { type ResponseLevel, responseLevels } from '../choices/wartime-choices.ts';
import * as field from '../vocabulary/fields.ts';
import { ActivationBasis, Handover } from './wartime-fields.ts';
import { GridCommand } from './messages.ts';
import { OneActivation } from './one-activation.ts';
import { ProposedActivation } from './proposed-activation.ts';

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
export class ActivateWartime extends ProposedActivation {
  /** Also the id of the request, where a second person must approve. */
  @field.id('战时编号', 'Activation', { optional: true })
  activationId?: string;

  @field.districtCode('区', 'District')
  districtCode!: string;
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
  @field.list(() => Handover, '未了事项', 'What is still open, and who has it', { most: 1000, unique: 'id' })
  openItems!: Handover[];
}
