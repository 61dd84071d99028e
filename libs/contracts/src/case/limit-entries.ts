import { IsIn, IsNumber, Matches, Max, MaxLength, Min } from 'class-validator';
import { IsBody } from '../vocabulary/nested.ts';
import { IsUnit } from '../vocabulary/text.ts';

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
  @IsBody(() => NameEntry)
  name!: NameEntry;

  @IsBody(() => LimitEntry)
  limit!: LimitEntry;
}
