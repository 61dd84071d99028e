import * as field from '../vocabulary/fields.ts';
import { CategoryEntry, ClassEntry, UnitEntry } from './catalogue-entries.ts';
import { CaseCommand } from './messages.ts';

/**
 * Publishes an edition of the district's catalogue; cases filed before keep theirs. All but the first edition wait for a
 * second person's approval.
 */
@CaseCommand('发布立案结案规范', 'Publish a catalogue', {
  route: 'POST /districts/:districtCode/catalogues',
  permission: 'catalogue.publish',
  territory: 'districtCode',
})
export class PublishCatalogue {
  @field.districtCode('区', 'District')
  districtCode!: string;

  @field.edition('版本（全区唯一）', 'Name of the edition, unique in the district')
  edition!: string;

  /** From when new cases are filed under it; absent, or past at its approval: at once. */
  @field.instant('生效时间', 'Takes effect at', { optional: true })
  effectiveFrom?: string;

  @field.list(() => UnitEntry, '责任单位名录', 'Units', { least: 1, most: 200 })
  units!: UnitEntry[];

  @field.list(() => ClassEntry, '大类', 'Classes', { least: 1, most: 50 })
  classes!: ClassEntry[];

  @field.list(() => CategoryEntry, '小类', 'Categories', { least: 1, most: 500 })
  categories!: CategoryEntry[];
}
