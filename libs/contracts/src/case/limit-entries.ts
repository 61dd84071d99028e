import { Type } from 'class-transformer';
import { IsIn, IsNumber, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { IsUnit } from './fields.ts';

export class NameEntry {
  @IsUnit()
  zh!: string;

  @MaxLength(80)
  @Matches(/\S/)
  en!: string;
}

export class LimitEntry {
  @IsIn(['working-hours', 'working-days', 'natural-hours'])
  kind!: 'working-hours' | 'working-days' | 'natural-hours';

  /** Whole for working days. */
  @IsNumber({ maxDecimalPlaces: 2 })
  @Min(0.25)
  @Max(1000)
  amount!: number;
}

/** A stage of handling with a time of its own. */
export class StageEntry {
  @ValidateNested()
  @Type(() => NameEntry)
  name!: NameEntry;

  @ValidateNested()
  @Type(() => LimitEntry)
  limit!: LimitEntry;
}
