import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsIn,
  IsInt,
  IsOptional,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsDistrictCode } from '../grid/fields.ts';
import { Command } from '../message/command.ts';
import { IsEdition, IsInstant, IsLocalDate, IsRemark } from './fields.ts';

/** A part of the day in which work is done, `09:00` to `12:00`. */
export class SpanEntry {
  @Matches(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
  from!: string;

  @Matches(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/)
  to!: string;
}

/** Days off in a row, both ends included. */
export class HolidayEntry {
  @IsRemark(40)
  name!: string;

  @IsLocalDate()
  from!: string;

  @IsLocalDate()
  to!: string;
}

/** What one year's notice changes in the ordinary week. */
export class YearEntry {
  @IsInt()
  @Min(2000)
  @Max(2099)
  year!: number;

  @IsIn(['published', 'provisional'])
  status!: 'published' | 'provisional';

  /** Where it is written. */
  @IsRemark(200)
  source!: string;

  @ArrayMaxSize(40)
  @ValidateNested({ each: true })
  @Type(() => HolidayEntry)
  holidays!: HolidayEntry[];

  /** Days worked in exchange for a longer holiday (调休). */
  @ArrayMaxSize(40)
  @IsLocalDate({ each: true })
  makeUpWorkdays!: string[];
}

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
