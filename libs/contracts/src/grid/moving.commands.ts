import { type GridChange, gridChanges, type GridEnding, gridEndings } from '../choices/grid-choices.ts';
import { Command } from '../message/command.ts';
import * as field from '../vocabulary/fields.ts';

/** Has an incident follow its open case into the grid that holds its place now. */
@Command({
  service: 'grid',
  route: 'PUT /incidents/:incidentId/grid',
  permission: 'system.act',
  summary: { zh: '事件随网格变更转移（系统）', en: 'Move an incident to the grid that holds its place (system)' },
})
export class MoveIncidentToGrid {
  @field.anyId('事件编号', 'Incident')
  incidentId!: string;

  /** The grid it is thought to lie in; where it lies in another one, there is nothing to do. */
  @field.gridCode('原网格', 'From grid')
  fromGrid!: string;

  @field.gridCode('现网格', 'To grid')
  gridCode!: string;

  @field.choice(gridChanges, '变更原因', 'Cause')
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
  @field.id('群编号', 'Group')
  groupId!: string;

  /** The grid it is thought to be for; where it is for another one, there is nothing to do. */
  @field.gridCode('原网格', 'From grid')
  fromGrid!: string;

  @field.gridCode('现网格', 'To grid')
  gridCode!: string;

  @field.choice(gridEndings, '变更原因', 'Cause')
  cause!: GridEnding;
}
