import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsOptional, IsUUID } from 'class-validator';
import { type GridKind, gridKinds } from '../choices/grid-choices.ts';
import { Command } from '../message/command.ts';
import { IsFlag } from '../vocabulary/flag.ts';
import { IsListOf } from '../vocabulary/nested.ts';
import { IsRing, type Place } from '../vocabulary/place.ts';
import { IsCommunityCode, IsGridCode, IsGridCodes } from '../vocabulary/region-code.ts';
import { IsPhrase } from '../vocabulary/text.ts';

/** Draws a grid (划分网格) on ground that no grid covers. */
@Command({
  service: 'grid',
  route: 'POST /grids',
  permission: 'grid.delineate',
  territory: 'communityCode',
  summary: { zh: '划分网格', en: 'Delineate a grid' },
})
export class DelineateGrid {
  /** Its code where one is assigned already; else the community's next. Never one that was used before. */
  @IsOptional()
  @IsGridCode()
  gridCode?: string;

  @IsCommunityCode()
  communityCode!: string;

  @IsPhrase(60)
  name!: string;

  @IsIn(Object.keys(gridKinds))
  kind!: GridKind;

  @IsRing()
  ring!: Place[];
}

/** One part of a grid that is split. */
export class SplitPart {
  @IsPhrase(60)
  name!: string;

  /** That of the grid that is split unless told. */
  @IsOptional()
  @IsIn(Object.keys(gridKinds))
  kind?: GridKind;

  @IsRing()
  ring!: Place[];

  /** Whether the leader goes on with this part; with the first where no part says so. */
  @IsFlag()
  keepsLeader?: boolean;

  /** Members who go on with this part; those named nowhere go with the leader's part. */
  @IsOptional()
  @IsUUID('all', { each: true })
  @ArrayUnique()
  @ArrayMaxSize(50)
  @IsArray()
  memberIds?: string[];
}

/** Divides a grid (拆分网格). The parts cover exactly its ground and get new codes. */
@Command({
  service: 'grid',
  route: 'POST /grids/:gridCode/split',
  permission: 'grid.delineate',
  territory: 'gridCode',
  summary: { zh: '拆分网格', en: 'Split a grid' },
})
export class SplitGrid {
  @IsGridCode()
  gridCode!: string;

  @IsListOf(() => SplitPart, 2, 20)
  parts!: SplitPart[];
}

/** Makes neighbouring grids of one community one (合并网格), with a new code. */
@Command({
  service: 'grid',
  route: 'POST /communities/:communityCode/grids/merger',
  permission: 'grid.delineate',
  territory: 'communityCode',
  summary: { zh: '合并网格', en: 'Merge grids' },
})
export class MergeGrids {
  @IsCommunityCode()
  communityCode!: string;

  @IsGridCodes(2)
  gridCodes!: string[];

  @IsPhrase(60)
  name!: string;

  /** That of the first grid named unless told. */
  @IsOptional()
  @IsIn(Object.keys(gridKinds))
  kind?: GridKind;

  /** Which of their leaders leads the merged grid; needed where there are several. The others are released. */
  @IsOptional()
  @IsUUID('all')
  leaderId?: string;
}

/** A grid's new outline. */
export class RedrawnGrid {
  @IsGridCode()
  gridCode!: string;

  @IsRing()
  ring!: Place[];
}

/** Moves borders between grids of one community (调整边界). Together they cover exactly what they covered. */
@Command({
  service: 'grid',
  route: 'POST /communities/:communityCode/grids/redrawing',
  permission: 'grid.delineate',
  territory: 'communityCode',
  summary: { zh: '调整网格边界', en: 'Redraw the borders of grids' },
})
export class RedrawGrid {
  @IsCommunityCode()
  communityCode!: string;

  @IsListOf(() => RedrawnGrid, 2, 20)
  grids!: RedrawnGrid[];
}

/**
 * Gives a grid up (撤销网格). Its ground goes to a neighbour, which keeps its code and people; without one only the
 * community's last grid can be given up, since ground must not be left to nobody.
 */
@Command({
  service: 'grid',
  route: 'POST /grids/:gridCode/retirement',
  permission: 'grid.delineate',
  territory: 'gridCode',
  summary: { zh: '撤销网格', en: 'Retire a grid' },
})
export class RetireGrid {
  @IsGridCode()
  gridCode!: string;

  /** Why, in official words that name nobody. */
  @IsPhrase(200)
  reason!: string;

  @IsOptional()
  @IsGridCode()
  successorCode?: string;
}
