import { type OnBehalfReason, onBehalfReasons } from '../choices/incident-choices.ts';
import * as choices from '../choices/wartime-choices.ts';
import * as field from '../vocabulary/fields.ts';
import { GridCommand } from './messages.ts';
import { OneMobilisation } from './one-mobilisation.ts';

/**
 * Checks in (到岗签到) as the leader of a mobilised grid, or as its member where it has no leader. The street and the duty
 * officers record it for those who tell it by telephone.
 */
@GridCommand('到岗签到', 'Check in', {
  route: 'POST /wartime/activations/:activationId/grids/:gridCode/check-in',
  permission: 'wartime.check-in',
  territory: 'gridCode',
})
export class CheckIn extends OneMobilisation {
  /** The person at the post, where somebody else records it for them: with the reason. */
  @field.anyId('代谁签到', 'On behalf of', { when: { field: 'onBehalfReason' } })
  onBehalfOf?: string;

  /** Needed with `onBehalfOf`. */
  @field.choice(onBehalfReasons, '代录原因', 'Why on their behalf', {
    when: { field: 'onBehalfOf' },
  })
  onBehalfReason?: OnBehalfReason;
}

/** Orders a grid out (动员). Issued for every grid in the scope of an activation. */
@GridCommand('动员网格', 'Mobilise a grid', { permission: 'system.act', territory: 'gridCode' })
export class MobiliseGrid extends OneMobilisation {
  @field.choice(choices.hazards, '灾种', 'Hazard')
  hazard!: choices.Hazard;

  @field.choice(choices.responseLevels, '响应等级', 'Level')
  level!: choices.ResponseLevel;

  @field.count('到岗时限（自然分钟）', 'Natural minutes for checking in', { min: 5, max: 1440 })
  checkInMinutes!: number;
}

/** Records that nobody checked in by the time due (逾期未到岗). By the clock only. */
@GridCommand('记录逾期未到岗', 'Record a missed check-in', { permission: 'system.act', territory: 'gridCode' })
export class MissCheckIn extends OneMobilisation {}

/** Releases a mobilised grid (解除动员). Issued when its activation ends or leaves it out. */
@GridCommand('解除网格动员', 'Demobilise a grid', { permission: 'system.act', territory: 'gridCode' })
export class DemobiliseGrid extends OneMobilisation {
  @field.choice(choices.releaseCauses, '解除原因', 'Cause')
  cause!: choices.ReleaseCause;
}

/** Keeps grids in scope (网格变更) that came of others in it by a split, a merger or a retirement. */
@GridCommand('网格变更后保持战时范围', 'Keep replaced grids in the scope of wartime', {
  permission: 'system.act',
  territory: 'districtCode',
})
export class ReplaceGridsInScope {
  @field.districtCode('区', 'District')
  districtCode!: string;

  @field.gridCodes('原网格', 'Grids that are no more', { least: 1, most: 20, unique: true })
  replaced!: string[];

  @field.gridCodes('现网格', 'Grids that cover their ground now', { least: 1, most: 20, unique: true })
  successors!: string[];
}
