import * as choices from '../choices/wartime-choices.ts';
import * as field from '../vocabulary/fields.ts';

/** How far the mobilisation has got. */
export class MobilisationCounts {
  /** Of a grid that was replaced, what came of it counts in its place. */
  @field.count('动员网格数', 'Grids ordered out', { min: 0 })
  readonly mobilised!: number;

  @field.count('待到岗', 'Ordered', { min: 0 })
  readonly ordered!: number;

  @field.count('已到岗', 'Checked in', { min: 0 })
  readonly checkedIn!: number;

  @field.count('逾期未到岗', 'Missed', { min: 0 })
  readonly missed!: number;

  @field.count('已解除', 'Released', { min: 0 })
  readonly released!: number;

  /** Not among `mobilised`. */
  @field.count('已变更', 'Split, merged or retired since', { min: 0 })
  readonly replaced!: number;
}

/** A grid that an activation ordered out. */
export class MobilisationView {
  @field.id('战时编号', 'Activation')
  readonly activationId!: string;

  @field.gridCode('网格', 'Grid')
  readonly gridCode!: string;

  @field.choice(choices.mobilisationStatuses, '状态', 'Status')
  readonly status!: choices.MobilisationStatus;

  @field.choice(choices.responseLevels, '响应等级', 'Level')
  readonly level!: choices.ResponseLevel;

  @field.instant('动员时间', 'Ordered at')
  readonly orderedAt!: string;

  @field.instant('到岗时限', 'To check in by')
  readonly checkInDue!: string;

  @field.instant('到岗时间', 'Checked in at', { optional: true })
  readonly checkedInAt?: string;

  @field.text('到岗人', 'Checked in by', { max: 64, optional: true })
  readonly checkedInBy?: string;

  @field.boolean('迟到', 'Late', { optional: true })
  readonly late?: boolean;

  @field.instant('解除时间', 'Released at', { optional: true })
  readonly releasedAt?: string;
}
