import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsOptional, ValidateNested } from 'class-validator';
import { Command } from '../message/command.ts';
import { IsInstant } from '../vocabulary/moment.ts';
import { IsDistrictCode } from '../vocabulary/region-code.ts';
import { IsEdition } from '../vocabulary/text.ts';
import { CategoryEntry, ClassEntry } from './catalogue-entries.ts';

/** Publishes an edition of the district's catalogue; cases filed before keep theirs. */
@Command({
  service: 'case',
  route: 'POST /districts/:districtCode/catalogues',
  permission: 'catalogue.publish',
  territory: 'districtCode',
  summary: { zh: '发布立案结案规范', en: 'Publish a catalogue' },
})
export class PublishCatalogue {
  @IsDistrictCode()
  districtCode!: string;

  /** Name of the edition, unique in the district. */
  @IsEdition()
  edition!: string;

  /** From when new cases are filed under it; absent: at once. */
  @IsOptional()
  @IsInstant()
  effectiveFrom?: string;

  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => ClassEntry)
  classes!: ClassEntry[];

  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => CategoryEntry)
  categories!: CategoryEntry[];
}
