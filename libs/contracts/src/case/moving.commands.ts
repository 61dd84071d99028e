import { type GridChange, gridChanges } from '../choices/grid-choices.ts';
import * as field from '../vocabulary/fields.ts';
import { CaseCommand } from './messages.ts';
import { OneCase } from './one-case.ts';

/** Has an open case follow its place into the grid that holds it now. */
@CaseCommand('案卷随网格变更转移（系统）', 'Move a case to the grid that holds its place (system)', {
  permission: 'system.act',
})
export class MoveCaseToGrid extends OneCase {
  /** The grid it is thought to lie in; where it lies in another one, there is nothing to do. */
  @field.gridCode('原网格', 'From grid')
  fromGrid!: string;

  @field.gridCode('现网格', 'To grid')
  gridCode!: string;

  @field.choice(gridChanges, '变更原因', 'Cause')
  cause!: GridChange;
}
