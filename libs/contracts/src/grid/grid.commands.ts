import { type GridKind, gridKinds } from '../choices/grid-choices.ts';
import * as field from '../vocabulary/fields.ts';
import type { Place } from '../vocabulary/place.ts';
import { GridCommand } from './messages.ts';
import { OneGrid } from './one-grid.ts';

/** Draws a grid (划分网格) within its district's outline (where one is registered), on ground that no grid covers. */
@GridCommand('划分网格', 'Delineate a grid', {
  route: 'POST /grids',
  permission: 'grid.delineate',
  territory: 'communityCode',
})
export class DelineateGrid {
  /** The community's next free code, whether told or not. */
  @field.gridCode('网格代码', 'Code', { optional: true })
  gridCode?: string;

  @field.communityCode('社区（村）', 'Community')
  communityCode!: string;

  @field.phrase('网格名称', 'Name', { max: 60 })
  name!: string;

  @field.choice(gridKinds, '网格类型', 'Kind')
  kind!: GridKind;

  @field.ring('边界', 'Outline')
  ring!: Place[];
}

/** One part of a grid that is split. */
export class SplitPart {
  @field.phrase('网格名称', 'Name', { max: 60 })
  name!: string;

  /** That of the grid that is split unless told. */
  @field.choice(gridKinds, '网格类型', 'Kind', { optional: true })
  kind?: GridKind;

  @field.ring('边界', 'Outline')
  ring!: Place[];

  /** Whether the leader goes on with this part; with the first where no part says so. */
  @field.boolean('网格长随本部分', 'Keeps the leader', { optional: true })
  keepsLeader?: boolean;

  /** Members who go on with this part; those named nowhere go with the leader's part. */
  @field.anyIds('随本部分的网格员', 'Members who go with it', { most: 50, unique: true, optional: true })
  memberIds?: string[];
}

/** Divides a grid (拆分网格). The parts cover exactly its ground and get new codes. */
@GridCommand('拆分网格', 'Split a grid', {
  route: 'POST /grids/:gridCode/split',
  permission: 'grid.delineate',
  territory: 'gridCode',
})
export class SplitGrid extends OneGrid {
  @field.list(() => SplitPart, '拆分后的各部分', 'Parts', { least: 2, most: 20 })
  parts!: SplitPart[];
}

/** Makes neighbouring grids of one community one (合并网格), with a new code. */
@GridCommand('合并网格', 'Merge grids', {
  route: 'POST /communities/:communityCode/grids/merger',
  permission: 'grid.delineate',
  territory: 'communityCode',
})
export class MergeGrids {
  @field.communityCode('社区（村）', 'Community')
  communityCode!: string;

  @field.gridCodes('被合并的网格', 'Grids', { least: 2, most: 20, unique: true })
  gridCodes!: string[];

  @field.phrase('网格名称', 'Name', { max: 60 })
  name!: string;

  /** That of the first grid named unless told. */
  @field.choice(gridKinds, '网格类型', 'Kind', { optional: true })
  kind?: GridKind;

  /** Which of their leaders leads the merged grid; needed where there are several. The others are released. */
  @field.anyId('留任网格长', 'Leader from now on', { optional: true })
  leaderId?: string;
}

/** A grid's new outline. */
export class RedrawnGrid extends OneGrid {
  @field.ring('新边界', 'New outline')
  ring!: Place[];
}

/** Moves borders between grids of one community (调整边界). Together they cover exactly what they covered. */
@GridCommand('调整网格边界', 'Redraw the borders of grids', {
  route: 'POST /communities/:communityCode/grids/redrawing',
  permission: 'grid.delineate',
  territory: 'communityCode',
})
export class RedrawGrid {
  @field.communityCode('社区（村）', 'Community')
  communityCode!: string;

  @field.list(() => RedrawnGrid, '边界调整的网格', 'Grids', { least: 2, most: 20, unique: 'gridCode' })
  grids!: RedrawnGrid[];
}

/**
 * Gives a grid up (撤销网格). Its ground goes to a neighbour, which keeps its code and people; without one only the
 * community's last grid can be given up, since ground must not be left to nobody.
 */
@GridCommand('撤销网格', 'Retire a grid', {
  route: 'POST /grids/:gridCode/retirement',
  permission: 'grid.delineate',
  territory: 'gridCode',
})
export class RetireGrid extends OneGrid {
  /** In official words that name nobody. */
  @field.phrase('撤销理由', 'Reason', { max: 200 })
  reason!: string;

  @field.gridCode('接管网格', 'Successor', { optional: true })
  successorCode?: string;
}
