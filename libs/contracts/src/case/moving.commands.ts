import { type GridChange, gridChanges } from '../choices/grid-choices.ts';
import { Command } from '../message/command.ts';
import * as field from '../vocabulary/fields.ts';

/** Has an open case follow its place into the grid that holds it now. */
@Command({
  service: 'case',
  route: 'PUT /cases/:caseId/grid',
  permission: 'system.act',
  summary: { zh: '案卷随网格变更转移（系统）', en: 'Move a case to the grid that holds its place (system)' },
})
export class MoveCaseToGrid {
  @field.anyId('案卷编号', 'Case')
  caseId!: string;

  /** The grid it is thought to lie in; where it lies in another one, there is nothing to do. */
  @field.gridCode('原网格', 'From grid')
  fromGrid!: string;

  @field.gridCode('现网格', 'To grid')
  gridCode!: string;

  @field.choice(gridChanges, '变更原因', 'Cause')
  cause!: GridChange;
}
