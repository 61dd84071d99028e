import { type PublicationStatus, publicationStatuses } from '../choices/case-choices.ts';
import * as field from '../vocabulary/fields.ts';
import { SpanEntry, YearEntry } from './calendar-entries.ts';
import { CategoryEntry, ClassEntry, UnitEntry } from './catalogue-entries.ts';
import { CaseQuery } from './messages.ts';
import { catalogueStream } from './streams.ts';

/** An edition of a district's catalogue. */
export class CatalogueView {
  @field.districtCode('区', 'District')
  readonly districtCode!: string;

  @field.edition('版本', 'Edition')
  readonly edition!: string;

  @field.choice(publicationStatuses, '状态', 'Status')
  readonly status!: PublicationStatus;

  /** While it waits for a second person. */
  @field.text('送审人', 'Proposed by', { max: 64, optional: true })
  readonly proposedBy?: string;

  /** Absent where it is to take effect with its approval. */
  @field.instant('生效时间', 'Takes effect at', { optional: true })
  readonly effectiveFrom?: string;

  @field.list(() => UnitEntry, '责任单位名录', 'Units')
  readonly units!: readonly UnitEntry[];

  @field.list(() => ClassEntry, '大类', 'Classes')
  readonly classes!: readonly ClassEntry[];

  @field.list(() => CategoryEntry, '小类', 'Categories')
  readonly categories!: readonly CategoryEntry[];
}

@CaseQuery('查看立案结案规范', 'Get the catalogue', {
  route: 'GET /districts/:districtCode/catalogue',
  permission: 'case.read',
  views: ['catalogues'],
  answer: CatalogueView,
  stream: catalogueStream,
  impersonal: true,
  byClockWithout: 'edition',
})
export class GetCatalogue {
  @field.districtCode('区', 'District')
  districtCode!: string;

  /** One that waits for a second person too; absent: the one in effect. */
  @field.text('版本', 'Edition', { max: 40, optional: true })
  edition?: string;
}

/** A version of a district's working calendar. */
export class CalendarView {
  @field.districtCode('区', 'District')
  readonly districtCode!: string;

  @field.edition('版本', 'Version')
  readonly version!: string;

  @field.choice(publicationStatuses, '状态', 'Status')
  readonly status!: PublicationStatus;

  /** While it waits for a second person. */
  @field.text('送审人', 'Proposed by', { max: 64, optional: true })
  readonly proposedBy?: string;

  /** Absent where it is to take effect with its approval. */
  @field.instant('生效时间', 'Takes effect at', { optional: true })
  readonly effectiveFrom?: string;

  @field.utcOffset('时区', 'Offset from UTC')
  readonly utcOffset!: string;

  @field.weekdays('工作日（周一为1）', 'Working days of the week, Monday 1')
  readonly workingWeekdays!: readonly number[];

  @field.list(() => SpanEntry, '工作时段', 'Working spans of a day')
  readonly workingSpans!: readonly SpanEntry[];

  @field.list(() => YearEntry, '各年安排', 'Years')
  readonly years!: readonly YearEntry[];
}

@CaseQuery('查看工作日历', 'Get the working calendar', {
  route: 'GET /districts/:districtCode/calendar',
  permission: 'case.read',
  views: ['calendars'],
  answer: CalendarView,
  stream: catalogueStream,
  impersonal: true,
  byClockWithout: 'version',
})
export class GetCalendar {
  @field.districtCode('区', 'District')
  districtCode!: string;

  /** One that waits for a second person too; absent: the one in effect. */
  @field.text('版本', 'Version', { max: 40, optional: true })
  version?: string;
}
