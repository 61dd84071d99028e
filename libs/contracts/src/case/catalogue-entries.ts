import { Type } from 'class-transformer';
import { ArrayMaxSize, IsBoolean, IsIn, IsOptional, Matches, ValidateNested } from 'class-validator';
import { classCodePattern, IsCategoryCode } from '../vocabulary/category-code.ts';
import { IsBody } from '../vocabulary/nested.ts';
import { IsRemark, IsUnit } from '../vocabulary/text.ts';
import { LimitEntry, NameEntry, StageEntry } from './limit-entries.ts';

/** A class (大类). */
export class ClassEntry {
  @Matches(classCodePattern)
  code!: string;

  /** Component (部件): a thing of the city; event (事件): something that happens. */
  @IsIn(['component', 'event'])
  kind!: 'component' | 'event';

  @IsBody(() => NameEntry)
  name!: NameEntry;
}

/** A sub-category (小类). */
export class CategoryEntry {
  @IsCategoryCode()
  code!: string;

  @IsBody(() => NameEntry)
  name!: NameEntry;

  /** When a report is filed as a case (立案标准). */
  @IsRemark(400)
  filingStandard!: string;

  /** Time from filing to closing (处置时限). */
  @IsBody(() => LimitEntry)
  limit!: LimitEntry;

  @IsOptional()
  @ArrayMaxSize(8)
  @ValidateNested({ each: true })
  @Type(() => StageEntry)
  handlingStages?: StageEntry[];

  /** When it may be closed (结案标准). */
  @IsRemark(400)
  closingStandard!: string;

  @IsUnit()
  responsibleUnit!: string;

  /** Whether danger is imminent: its limit must count natural hours. */
  @IsBoolean()
  urgent!: boolean;
}
