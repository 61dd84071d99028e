import * as field from '../vocabulary/fields.ts';
import { SpanEntry, YearEntry } from './calendar-entries.ts';
import { CaseCommand } from './messages.ts';

/**
 * Publishes a version of the district's working calendar; cases filed before keep theirs. All but the first version wait
 * for a second person's approval.
 */
@CaseCommand('发布工作日历', 'Publish a working calendar', {
  route: 'POST /districts/:districtCode/calendars',
  permission: 'catalogue.publish',
  territory: 'districtCode',
})
export class PublishCalendar {
  @field.districtCode('区', 'District')
  districtCode!: string;

  @field.edition('版本（全区唯一）', 'Name of the version, unique in the district')
  version!: string;

  /** From when new cases count by it; absent, or past at its approval: at once. */
  @field.instant('生效时间', 'Takes effect at', { optional: true })
  effectiveFrom?: string;

  /** `+08:00` for all of China. */
  @field.utcOffset('时区', 'Offset from UTC')
  utcOffset!: string;

  /** Monday 1 to Sunday 7. */
  @field.weekdays('工作日（周一为1）', 'Working days of the week, Monday 1', { least: 1, unique: true })
  workingWeekdays!: number[];

  @field.list(() => SpanEntry, '工作时段', 'Working spans of a day', { least: 1, most: 6 })
  workingSpans!: SpanEntry[];

  @field.list(() => YearEntry, '各年安排', 'Years', { most: 20 })
  years!: YearEntry[];
}
