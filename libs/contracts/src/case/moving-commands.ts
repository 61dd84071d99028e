import { IsIn, IsUUID } from 'class-validator';
import { type GridChange, gridChanges } from '../choices/grid-choices.ts';
import { Command } from '../message/command.ts';
import { IsGridCode } from '../vocabulary/region-code.ts';

/** Has an open case follow its place into the grid that holds it now. */
@Command({
  service: 'case',
  route: 'PUT /cases/:caseId/grid',
  permission: 'system.act',
  summary: { zh: '案卷随网格变更转移（系统）', en: 'Move a case to the grid that holds its place (system)' },
})
export class MoveCaseToGrid {
  @IsUUID()
  caseId!: string;

  /** The grid it is thought to lie in; where it lies in another one, there is nothing to do. */
  @IsGridCode()
  fromGrid!: string;

  @IsGridCode()
  gridCode!: string;

  @IsIn(Object.keys(gridChanges))
  cause!: GridChange;
}
