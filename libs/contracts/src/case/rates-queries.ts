import { IsIn, IsOptional, Matches } from 'class-validator';
import { Query } from '../message/query.ts';
import { IsUnit } from '../vocabulary/text.ts';

/** Rates of a span of months, by street, unit or month. */
@Query({
  service: 'case',
  route: 'GET /case-rates',
  permission: 'case.read',
  views: ['case-rates'],
  summary: { zh: '案卷考核指标', en: 'Rates of cases' },
})
export class CaseRates {
  /** First month, `2026-01`, in China. */
  @Matches(/^20\d{2}-(?:0[1-9]|1[0-2])$/)
  from!: string;

  /** Last month, included; absent: `from` alone. */
  @IsOptional()
  @Matches(/^20\d{2}-(?:0[1-9]|1[0-2])$/)
  to?: string;

  @IsOptional()
  @IsIn(['street', 'unit', 'month'])
  by?: 'street' | 'unit' | 'month';

  /** District or street. */
  @IsOptional()
  @Matches(/^\d{6}(?:\d{3})?$/)
  territory?: string;

  @IsOptional()
  @IsUnit()
  unit?: string;
}
