import { Type } from 'class-transformer';
import { ArrayMaxSize, IsIn, IsInt, Matches, Max, Min, ValidateNested } from 'class-validator';
import { IsDay } from '../vocabulary/moment.ts';
import { IsRemark } from '../vocabulary/text.ts';

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

  @IsDay()
  from!: string;

  @IsDay()
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
  @IsDay({ each: true })
  makeUpWorkdays!: string[];
}
