import { IsIn, IsUUID } from 'class-validator';
import { type GridChange, gridChanges } from '../choices/grid-choices.ts';
import { Command } from '../message/command.ts';
import { IsGridCode } from '../vocabulary/region-code.ts';

/** Has an incident follow its open case into the grid that holds its place now. */
@Command({
  service: 'grid',
  route: 'PUT /incidents/:incidentId/grid',
  permission: 'system.act',
  summary: { zh: '事件随网格变更转移（系统）', en: 'Move an incident to the grid that holds its place (system)' },
})
export class MoveIncidentToGrid {
  @IsUUID()
  incidentId!: string;

  /** The grid it is thought to lie in; where it lies in another one, there is nothing to do. */
  @IsGridCode()
  fromGrid!: string;

  @IsGridCode()
  gridCode!: string;

  @IsIn(Object.keys(gridChanges))
  cause!: GridChange;
}

/** Has a grid's cloud group go on for what came of the grid. */
@Command({
  service: 'grid',
  route: 'PUT /cloud-groups/:groupId/grid',
  permission: 'system.act',
  summary: { zh: '云社区群随网格变更转移（系统）', en: 'Move a cloud group to what came of its grid (system)' },
})
export class MoveCloudGroup {
  @IsUUID('7')
  groupId!: string;

  /** The grid it is thought to be for; where it is for another one, there is nothing to do. */
  @IsGridCode()
  fromGrid!: string;

  @IsGridCode()
  gridCode!: string;

  @IsIn(['split', 'merged', 'retired'])
  cause!: Exclude<GridChange, 'redrawn'>;
}
