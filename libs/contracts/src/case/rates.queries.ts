import * as field from '../vocabulary/fields.ts';
import { CaseRatesTable } from './case-rates.ts';
import { CaseQuery } from './messages.ts';

const rowKinds = {
  street: { zh: '街道', en: 'Street' },
  unit: { zh: '责任单位', en: 'Unit' },
  month: { zh: '月份', en: 'Month' },
};

/** Rates of a span of months, by street, unit or month. */
@CaseQuery('案卷考核指标', 'Rates of cases', {
  route: 'GET /case-rates',
  permission: 'case.read',
  views: ['case-rates', 'catalogues'],
  answer: CaseRatesTable,
})
export class CaseRates {
  @field.month('起始月份', 'First month')
  from!: string;

  /** Included; absent: `from` alone. */
  @field.month('截止月份', 'Last month', { optional: true })
  to?: string;

  @field.choice(rowKinds, '分组方式', 'A row for each', { optional: true })
  by?: keyof typeof rowKinds;

  @field.districtOrStreetCode('区或街道', 'District or street', { optional: true })
  territory?: string;

  @field.unitOrGrid('责任单位', 'Unit', { optional: true })
  unit?: string;
}
