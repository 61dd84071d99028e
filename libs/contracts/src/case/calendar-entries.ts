import { type YearStatus, yearStatuses } from '../choices/case-choices.ts';
import * as field from '../vocabulary/fields.ts';

/** A part of the day in which work is done, `09:00` to `12:00`. */
export class SpanEntry {
  @field.timeOfDay('起', 'From')
  from!: string;

  @field.endOfSpan('止', 'To')
  to!: string;
}

/** Days off in a row, both ends included. */
export class HolidayEntry {
  @field.remark('名称', 'Name', { max: 40 })
  name!: string;

  @field.day('首日', 'First day')
  from!: string;

  @field.day('末日', 'Last day')
  to!: string;
}

/** What one year's notice changes in the ordinary week. */
export class YearEntry {
  @field.count('年份', 'Year', { min: 2000, max: 2099 })
  year!: number;

  @field.choice(yearStatuses, '状态', 'Status')
  status!: YearStatus;

  /** Where it is written. */
  @field.remark('依据', 'Source', { max: 200 })
  source!: string;

  @field.list(() => HolidayEntry, '节假日', 'Holidays', { most: 40, unique: 'from' })
  holidays!: HolidayEntry[];

  @field.days('调休上班日', 'Days worked in exchange for a longer holiday', { most: 40, unique: true })
  makeUpWorkdays!: string[];
}
