import * as field from '../vocabulary/fields.ts';

/** Part of a whole, in per cent with two decimals; `null` where the whole is nothing (n/a). */
export class Rate {
  @field.count('分子', 'Part')
  readonly part!: number;

  @field.count('分母', 'Whole')
  readonly whole!: number;

  @field.percentOrNone('百分比', 'Per cent')
  readonly percent!: number | null;
}

/** Figures of one street, unit or month. */
export class CaseRatesRow {
  /** Street code, unit or month; `total` in the last row. */
  @field.text('分组', 'Street, unit or month', { max: 40 })
  readonly key!: string;

  /** Chinese, as the newest catalogue has it; absent in rows that are of no unit of it. */
  @field.phrase('责任单位名称', 'Name of the unit', { max: 40, optional: true })
  readonly unitName?: string;

  /** Deferred ones included. */
  @field.count('应结案数', 'Cases due in the span')
  readonly due!: number;

  /** Of these, deferred without fault. */
  @field.count('缓办数', 'Deferred')
  readonly deferred!: number;

  /** closed ÷ (due − deferred). */
  @field.body(() => Rate, '结案率', 'Closed')
  readonly closing!: Rate;

  /** closed in time ÷ (due − deferred). */
  @field.body(() => Rate, '按期结案率', 'Closed in time')
  readonly onTime!: Rate;

  /** Checks failed ÷ checks made. */
  @field.body(() => Rate, '返工率', 'Reworked')
  readonly rework!: Rate;

  /** Cases given more time ÷ cases accepted. */
  @field.body(() => Rate, '延期率', 'Extended')
  readonly extension!: Rate;

  /** Accepted in time ÷ accepted. */
  @field.body(() => Rate, '及时签收率', 'Accepted in time')
  readonly response!: Rate;

  /** Evaluated 4 or 5 ÷ evaluated. */
  @field.body(() => Rate, '满意率', 'Satisfied')
  readonly satisfaction!: Rate;
}

/** A row for each street, unit or month, and one of the total. */
export class CaseRatesTable {
  @field.list(() => CaseRatesRow, '各行', 'Rows')
  readonly rows!: readonly CaseRatesRow[];
}
