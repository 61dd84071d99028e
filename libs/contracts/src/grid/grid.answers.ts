import * as choices from '../choices/grid-choices.ts';
import * as field from '../vocabulary/fields.ts';
import type { Place } from '../vocabulary/place.ts';

export class GridMemberView {
  @field.anyId('人员', 'Person')
  readonly personId!: string;

  @field.choice(choices.gridMemberKinds, '任职方式', 'How one serves')
  readonly kind!: choices.GridMemberKind;
}

/** A grid as lists show it. */
export class GridSummary {
  @field.gridCode('网格', 'Grid')
  readonly gridCode!: string;

  @field.phrase('网格名称', 'Name', { max: 60 })
  readonly name!: string;

  @field.choice(choices.gridKinds, '网格类型', 'Kind')
  readonly kind!: choices.GridKind;

  @field.communityCode('社区（村）', 'Community')
  readonly communityCode!: string;

  @field.streetCode('街道', 'Street')
  readonly streetCode!: string;

  @field.choice(choices.gridStatuses, '状态', 'Status')
  readonly status!: choices.GridStatus;

  @field.place('位置（重心）', 'Place: its centre of gravity')
  readonly location!: Readonly<Place>;

  @field.anyId('网格长', 'Leader', { optional: true })
  readonly leaderId?: string;

  @field.list(() => GridMemberView, '网格员', 'Members')
  readonly members!: readonly GridMemberView[];

  @field.gridCodes('来源网格', 'Grids it came of')
  readonly from!: readonly string[];

  @field.gridCodes('去向网格', 'Grids its ground went to')
  readonly to!: readonly string[];
}

export class GridView extends GridSummary {
  /** Open ring, counter-clockwise. */
  @field.ring('边界', 'Outline')
  readonly ring!: readonly Readonly<Place>[];

  /** Within 1 %: for maps and reports, not for titles. */
  @field.count('面积（平方米）', 'Area in square metres', { min: 0 })
  readonly area!: number;
}

/** A grid of a list, with its outline where asked for. */
export class GridListed extends GridSummary {
  @field.ring('边界', 'Outline, with `outlines`', { optional: true })
  readonly ring?: GridView['ring'];

  @field.count('面积（平方米）', 'Area in square metres, with `outlines`', { min: 0, optional: true })
  readonly area?: number;
}
