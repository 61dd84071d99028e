import { IsIn, IsInt, IsOptional, IsUUID, Max, Min, ValidateIf } from 'class-validator';
import { type OnBehalfReason, onBehalfReasons } from '../choices/incident-choices.ts';
import {
  type Hazard,
  hazards,
  type ReleaseCause,
  releaseCauses,
  type ResponseLevel,
  responseLevels,
} from '../choices/wartime-choices.ts';
import { Command } from '../message/command.ts';
import { IsDistrictCode, IsGridCode, IsGridCodes } from '../vocabulary/region-code.ts';

/** Checks in (到岗签到) as the leader of a mobilised grid, or as its member where it has no leader. */
@Command({
  service: 'grid',
  route: 'POST /wartime/activations/:activationId/grids/:gridCode/check-in',
  permission: 'wartime.check-in',
  territory: 'gridCode',
  summary: { zh: '到岗签到', en: 'Check in' },
})
export class CheckIn {
  @IsUUID('7')
  activationId!: string;

  @IsGridCode()
  gridCode!: string;

  /** The person at the post, where somebody else records it for them (代录). */
  @IsOptional()
  @IsUUID('all')
  onBehalfOf?: string;

  /** Needed with `onBehalfOf`. */
  @ValidateIf((command: CheckIn) => command.onBehalfOf !== undefined || command.onBehalfReason !== undefined)
  @IsIn(Object.keys(onBehalfReasons))
  onBehalfReason?: OnBehalfReason;
}

/** Orders a grid out (动员). Issued for every grid in the scope of an activation. */
@Command({
  service: 'grid',
  route: 'POST /wartime/activations/:activationId/grids/:gridCode/mobilisation',
  permission: 'system.act',
  territory: 'gridCode',
  summary: { zh: '动员网格', en: 'Mobilise a grid' },
})
export class MobiliseGrid {
  @IsUUID('7')
  activationId!: string;

  @IsGridCode()
  gridCode!: string;

  @IsIn(Object.keys(hazards))
  hazard!: Hazard;

  @IsIn(Object.keys(responseLevels))
  level!: ResponseLevel;

  /** Natural minutes for checking in. */
  @IsInt()
  @Min(5)
  @Max(1440)
  checkInMinutes!: number;
}

/** Records that nobody checked in by the time due (逾期未到岗). By the clock only. */
@Command({
  service: 'grid',
  route: 'POST /wartime/activations/:activationId/grids/:gridCode/missed-check-in',
  permission: 'system.act',
  territory: 'gridCode',
  summary: { zh: '记录逾期未到岗', en: 'Record a missed check-in' },
})
export class MissCheckIn {
  @IsUUID('7')
  activationId!: string;

  @IsGridCode()
  gridCode!: string;
}

/** Releases a mobilised grid (解除动员). Issued when its activation ends or leaves it out. */
@Command({
  service: 'grid',
  route: 'POST /wartime/activations/:activationId/grids/:gridCode/release',
  permission: 'system.act',
  territory: 'gridCode',
  summary: { zh: '解除网格动员', en: 'Demobilise a grid' },
})
export class DemobiliseGrid {
  @IsUUID('7')
  activationId!: string;

  @IsGridCode()
  gridCode!: string;

  @IsIn(Object.keys(releaseCauses))
  cause!: ReleaseCause;
}

/** Keeps grids in scope (网格变更) that came of others in it by a split, a merger or a retirement. */
@Command({
  service: 'grid',
  route: 'POST /wartime/scopes/:districtCode/replaced-grids',
  permission: 'system.act',
  territory: 'districtCode',
  summary: { zh: '网格变更后保持战时范围', en: 'Keep replaced grids in the scope of wartime' },
})
export class ReplaceGridsInScope {
  @IsDistrictCode()
  districtCode!: string;

  /** The grids that are no more. */
  @IsGridCodes(1)
  replaced!: string[];

  /** The grids that cover their ground now. */
  @IsGridCodes(1)
  successors!: string[];
}
