import { type GridChange, gridChanges, type GridEnding, gridEndings } from '../choices/grid-choices.ts';
import { type IncidentStatus, incidentStatuses } from '../choices/incident-choices.ts';
import * as field from '../vocabulary/fields.ts';
import { GridCommand } from './messages.ts';

/** Has an incident follow its open case into the grid that holds its place now. */
@GridCommand('事件随网格变更转移（系统）', 'Move an incident to the grid that holds its place (system)', {
  permission: 'system.act',
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

/** Has an incident take the status of its case, which ended or goes on. */
@GridCommand('事件随案卷变更状态（系统）', 'Give an incident the status of its case (system)', {
  permission: 'system.act',
})
export class FollowCase {
  @field.anyId('事件编号', 'Incident')
  incidentId!: string;

  @field.choice(incidentStatuses, '状态', 'Status')
  status!: IncidentStatus;

  /** Of a duplicate. */
  @field.anyId('首次上报的事件', 'First report', { when: { field: 'status', is: 'duplicate' } })
  duplicateOf?: string;
}

/** Has a grid's cloud group go on for what came of the grid. */
@GridCommand('云社区群随网格变更转移（系统）', 'Move a cloud group to what came of its grid (system)', {
  permission: 'system.act',
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

/** Moves a duplicate to the first report of what it was linked to. Issued when that became a duplicate, or was withdrawn. */
@GridCommand('重复事件改挂（系统）', 'Move a duplicate to the first report (system)', { permission: 'system.act' })
export class MoveDuplicateIncident {
  @field.anyId('事件编号', 'Incident')
  incidentId!: string;

  /** Nothing happens where it is linked elsewhere by now. */
  @field.anyId('原关联事件', 'What it is linked to')
  from!: string;

  @field.anyId('首次上报的事件', 'First report')
  duplicateOf!: string;
}
