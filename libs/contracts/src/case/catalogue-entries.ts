import { type ClassKind, classKinds } from '../choices/case-choices.ts';
import * as field from '../vocabulary/fields.ts';
import { LimitEntry, NameEntry, StageEntry } from './limit-entries.ts';

/** A class (大类). */
export class ClassEntry {
  @field.classCode('大类代码', 'Code of the class')
  code!: string;

  @field.choice(classKinds, '类型', 'Kind')
  kind!: ClassKind;

  @field.body(() => NameEntry, '名称', 'Name')
  name!: NameEntry;
}

/** A unit that handles cases (责任单位). */
export class UnitEntry {
  @field.unit('单位代码', 'Code of the unit')
  code!: string;

  @field.body(() => NameEntry, '名称', 'Name')
  name!: NameEntry;
}

/** A sub-category (小类). */
export class CategoryEntry {
  @field.categoryCode('小类代码', 'Code of the category')
  code!: string;

  @field.body(() => NameEntry, '名称', 'Name')
  name!: NameEntry;

  /** When a report is filed as a case. */
  @field.remark('立案标准', 'Filing standard', { max: 400 })
  filingStandard!: string;

  /** Time from filing to closing. */
  @field.body(() => LimitEntry, '处置时限', 'Limit')
  limit!: LimitEntry;

  @field.list(() => StageEntry, '处置环节', 'Stages of handling', { most: 8, optional: true })
  handlingStages?: StageEntry[];

  /** When it may be closed. */
  @field.remark('结案标准', 'Closing standard', { max: 400 })
  closingStandard!: string;

  /** One of the edition's units. */
  @field.unit('责任单位', 'Responsible unit')
  responsibleUnit!: string;

  /** Whether danger is imminent: its limit must count natural hours. */
  @field.boolean('紧急', 'Urgent')
  urgent!: boolean;
}
