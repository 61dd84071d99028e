import * as field from '../vocabulary/fields.ts';
import type { PersonalText } from '../vocabulary/personal-text.ts';
import { CaseSummary } from './case-summary.ts';
import { LimitEntry } from './limit-entries.ts';

/** One step of a case: what happened, when, and in which post. */
export class CaseStep {
  @field.text('事项（事件类型）', 'What happened: type of the event', { max: 64 })
  readonly type!: string;

  @field.instant('时间', 'When')
  readonly at!: string;

  /** Absent where the system acted by itself. */
  @field.phrase('岗位', 'Post that acted', { max: 64, optional: true })
  readonly post?: string;

  @field.unitOrGrid('责任单位', 'Unit', { optional: true })
  readonly unit?: string;

  @field.phrase('责任单位名称', 'Name of the unit', { max: 40, optional: true })
  readonly unitName?: string;

  /** Its code; which table it is of follows from the type. */
  @field.text('原因', 'Reason given', { max: 64, optional: true })
  readonly reason?: string;

  /** How much more time was asked for or granted, in the unit of time of the case's limit. */
  @field.amount('延期时长', 'How much more time', { optional: true })
  readonly amount?: number;

  /** From then on, where the step changed it. */
  @field.instant('办理时限', 'Deadline in force', { optional: true })
  readonly deadline?: string;

  /** From then on, where the step moved it. */
  @field.gridCode('所在网格', 'Grid it lies in', { optional: true })
  readonly gridCode?: string;

  /** The colleague it was recorded for, where it was. */
  @field.anyId('代谁录入', 'On behalf of', { optional: true })
  readonly onBehalfOf?: string;

  /** Absent where nothing was written. */
  @field.personalText('内容', 'What was written', { optional: true })
  readonly text?: PersonalText;
}

/** A case with its whole course. */
export class CaseDetails extends CaseSummary {
  @field.streamVersion()
  readonly _version?: number;

  @field.personalText('上报内容', 'What the reporter wrote')
  readonly report!: PersonalText;

  /** Pinned when it was filed. */
  @field.edition('立案规范版本', 'Edition of the catalogue', { optional: true })
  readonly catalogueEdition?: string;

  /** Pinned when it was filed. */
  @field.edition('工作日历版本', 'Version of the calendar', { optional: true })
  readonly calendarVersion?: string;

  /** Pinned when it was filed; without extensions. */
  @field.body(() => LimitEntry, '处置时限', 'Limit', { optional: true })
  readonly limit?: Readonly<LimitEntry>;

  @field.list(() => CaseStep, '办理过程', 'Course')
  readonly steps!: readonly CaseStep[];
}
