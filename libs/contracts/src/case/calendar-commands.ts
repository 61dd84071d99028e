import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsInt,
  IsOptional,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { Command } from '../message/command.ts';
import { IsInstant } from '../vocabulary/moment.ts';
import { IsDistrictCode } from '../vocabulary/region-code.ts';
import { IsEdition } from '../vocabulary/text.ts';
import { SpanEntry, YearEntry } from './calendar-entries.ts';

/** Publishes a version of the district's working calendar; cases filed before keep theirs. */
@Command({
  service: 'case',
  route: 'POST /districts/:districtCode/calendars',
  permission: 'catalogue.publish',
  territory: 'districtCode',
  summary: { zh: '发布工作日历', en: 'Publish a working calendar' },
})
export class PublishCalendar {
  @IsDistrictCode()
  districtCode!: string;

  /** Name of the version, unique in the district. */
  @IsEdition()
  version!: string;

  /** From when new cases count by it; absent: at once. */
  @IsOptional()
  @IsInstant()
  effectiveFrom?: string;

  /** `+08:00` for all of China. */
  @Matches(/^[+-](?:0\d|1[0-4]):[0-5]\d$/)
  utcOffset!: string;

  /** Monday 1 to Sunday 7. */
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(7, { each: true })
  workingWeekdays!: number[];

  @ArrayMinSize(1)
  @ArrayMaxSize(6)
  @ValidateNested({ each: true })
  @Type(() => SpanEntry)
  workingSpans!: SpanEntry[];

  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => YearEntry)
  years!: YearEntry[];
}
