import { type LimitKind, limitKinds } from '../choices/case-choices.ts';
import * as field from '../vocabulary/fields.ts';

export class NameEntry {
  @field.phrase('中文名称', 'Name in Chinese', { max: 40 })
  zh!: string;

  @field.remark('英文名称', 'Name in English', { max: 80 })
  en!: string;
}

export class LimitEntry {
  @field.choice(limitKinds, '计时方式', 'How it counts')
  kind!: LimitKind;

  /** Whole for working days. */
  @field.amount('时长', 'How much', { min: 0.25, max: 1000 })
  amount!: number;
}

/** A stage of handling with a time of its own. */
export class StageEntry {
  @field.body(() => NameEntry, '环节名称', 'Name')
  name!: NameEntry;

  @field.body(() => LimitEntry, '环节时限', 'Limit')
  limit!: LimitEntry;
}
