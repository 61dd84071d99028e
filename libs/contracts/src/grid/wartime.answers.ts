import * as choices from '../choices/wartime-choices.ts';
import * as field from '../vocabulary/fields.ts';
import { MobilisationCounts } from './mobilisation.answers.ts';
import { ActivationBasis, CaseDeadlineRule, Handover } from './wartime-fields.ts';
import { WartimeRequestView } from './wartime-request.answers.ts';

/** One line of what happened, in the order it was recorded. */
export class TimelineEntry {
  @field.text('事项（事件类型）', 'What happened: type of the event', { max: 64 })
  readonly what!: string;

  @field.instant('时间', 'When')
  readonly at!: string;

  @field.text('操作人', 'By whom', { max: 64 })
  readonly by!: string;

  @field.choice(choices.responseLevels, '响应等级', 'Level', { optional: true })
  readonly level?: choices.ResponseLevel;

  @field.text('理由', 'Reason', { max: 300, optional: true })
  readonly reason?: string;
}

export class ActivationSummary {
  @field.id('战时编号', 'Activation')
  readonly activationId!: string;

  @field.districtCode('区', 'District')
  readonly districtCode!: string;

  @field.choice(choices.hazards, '灾种', 'Hazard')
  readonly hazard!: choices.Hazard;

  @field.choice(choices.responseLevels, '响应等级', 'Level')
  readonly level!: choices.ResponseLevel;

  @field.choice(choices.activationStates, '状态', 'State')
  readonly state!: choices.ActivationState;

  @field.regionCodes('范围', 'Scope')
  readonly scope!: readonly string[];

  @field.body(() => ActivationBasis, '依据', 'Basis')
  readonly basis!: Readonly<ActivationBasis>;

  @field.phrase('理由', 'Reason', { max: 300 })
  readonly reason!: string;

  @field.phrase('启动单位', 'Unit that started it', { max: 60 })
  readonly initiatingUnit!: string;

  @field.instant('启动时间', 'Activated at', { optional: true })
  readonly activatedAt?: string;

  @field.instant('解除时间', 'Stood down at', { optional: true })
  readonly stoodDownAt?: string;

  @field.count('待批准申请数', 'Requests that wait for a second person', { min: 0 })
  readonly pending!: number;
}

export class ActivationView extends ActivationSummary {
  @field.list(() => CaseDeadlineRule, '案卷时限规则', 'What happens to deadlines')
  readonly deadlineRules!: readonly Readonly<CaseDeadlineRule>[];

  @field.count('到岗时限（自然分钟）', 'Natural minutes for checking in')
  readonly checkInMinutes!: number;

  @field.list(() => WartimeRequestView, '申请', 'Requests')
  readonly requests!: readonly WartimeRequestView[];

  @field.list(() => TimelineEntry, '过程', 'Timeline')
  readonly timeline!: readonly TimelineEntry[];

  @field.list(() => Handover, '未了事项', 'What was still open, and who has it')
  readonly openItems!: readonly Readonly<Handover>[];

  @field.body(() => MobilisationCounts, '网格动员情况', 'Grids in the part of the scope the reader may see')
  readonly grids!: MobilisationCounts;
}
