import * as choices from '../choices/case-choices.ts';
import * as field from '../vocabulary/fields.ts';
import type { Place } from '../vocabulary/place.ts';

/** A case as lists show it. Instants are absent until reached. */
export class CaseSummary {
  @field.anyId('案卷编号', 'Case')
  readonly caseId!: string;

  @field.anyId('事件编号', 'Incident')
  readonly incidentId!: string;

  @field.choice(choices.caseStages, '阶段', 'Stage')
  readonly stage!: choices.CaseStage;

  @field.categoryCode('类别', 'Category')
  readonly categoryCode!: string;

  /** Chinese, as the pinned catalogue edition has it; absent before filing. */
  @field.phrase('类别名称', 'Name of the category', { max: 40, optional: true })
  readonly categoryName?: string;

  @field.gridCode('网格', 'Grid')
  readonly gridCode!: string;

  @field.communityCode('社区（村）', 'Community')
  readonly communityCode!: string;

  @field.streetCode('街道', 'Street')
  readonly streetCode!: string;

  @field.unitOrGrid('责任单位', 'Unit', { optional: true })
  readonly unit?: string;

  /** Chinese, as the catalogue had it when the case was filed or dispatched. */
  @field.phrase('责任单位名称', 'Name of the unit', { max: 40, optional: true })
  readonly unitName?: string;

  @field.place('位置', 'Place')
  readonly location!: Readonly<Place>;

  @field.boolean('紧急', 'Urgent')
  readonly urgent!: boolean;

  @field.instant('建立时间', 'Opened at')
  readonly openedAt!: string;

  @field.instant('立案时间', 'Filed at', { optional: true })
  readonly filedAt?: string;

  /** Absent while the clock stands still, and before filing. */
  @field.instant('办理时限', 'Deadline in force', { optional: true })
  readonly deadline?: string;

  @field.choice(choices.clockRules, '时限规则', 'Rule of the deadline', { optional: true })
  readonly deadlineRule?: choices.ClockRule;

  @field.boolean('办理中', 'Open')
  readonly open!: boolean;

  @field.boolean('已预警', 'Warned')
  readonly warned!: boolean;

  @field.boolean('已超期', 'Overdue')
  readonly overdue!: boolean;

  @field.choice(choices.escalationLevels, '升级至', 'Escalated to', { optional: true })
  readonly escalated?: choices.EscalationLevel;

  @field.instant('结案时间', 'Closed at', { optional: true })
  readonly closedAt?: string;

  /** By the deadline in force at closing; absent unless closed. */
  @field.boolean('按期结案', 'Closed in time', { optional: true })
  readonly onTime?: boolean;

  @field.count('退回次数', 'Times returned', { min: 0 })
  readonly returns!: number;

  @field.count('返工次数', 'Times reworked', { min: 0 })
  readonly reworks!: number;

  @field.count('延期次数', 'Times extended', { min: 0 })
  readonly extensions!: number;

  @field.count('重新打开次数', 'Times reopened', { min: 0 })
  readonly reopenings!: number;

  @field.count('督办次数', 'Times put under supervision', { min: 0 })
  readonly supervisions!: number;

  /** Activations whose deadline modifiers it carries, or carried when it ended. */
  @field.anyIds('战时时限调整', 'Deadline modifiers, by activation')
  readonly modifiers!: readonly string[];

  @field.count('满意度（1至5）', 'Satisfaction, 1 to 5', { min: 1, max: 5, optional: true })
  readonly satisfaction?: number;

  @field.anyId('首个案卷', 'Duplicate of', { optional: true })
  readonly duplicateOf?: string;
}
