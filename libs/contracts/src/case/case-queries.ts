import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { type CaseStage, caseStages } from '../choices/case-choices.ts';
import { Paged } from '../message/paged.ts';
import { Query } from '../message/query.ts';
import { IsCategoryPrefix } from '../vocabulary/category-code.ts';
import { IsFlag } from '../vocabulary/flag.ts';
import { IsWindow } from '../vocabulary/place.ts';
import { IsRegionCode } from '../vocabulary/region-code.ts';
import { IsSearchText, IsUnit } from '../vocabulary/text.ts';
import { type CaseSort, caseSorts } from './case-views.ts';

@Query({
  service: 'case',
  route: 'GET /cases',
  permission: 'case.read',
  views: ['case-board', 'catalogues'],
  summary: { zh: '案卷列表', en: 'List cases' },
})
export class ListCases extends Paged {
  @IsOptional()
  @IsIn(Object.keys(caseStages))
  stage?: CaseStage;

  /** Cases still open, or those that ended. */
  @IsFlag()
  open?: boolean;

  /** Beginning of category codes: components, a class, a category. */
  @IsOptional()
  @IsCategoryPrefix()
  category?: string;

  /** Region code: its cases and those below it. */
  @IsOptional()
  @IsRegionCode()
  territory?: string;

  @IsOptional()
  @IsUnit()
  unit?: string;

  @IsFlag()
  overdue?: boolean;

  /** Warned of, and not yet overdue. */
  @IsFlag()
  warned?: boolean;

  /** Activation whose deadline modifier they carry. */
  @IsOptional()
  @IsUUID()
  activation?: string;

  /** Words of category or unit. */
  @IsOptional()
  @IsSearchText()
  text?: string;

  @IsOptional()
  @IsWindow()
  bbox?: string;

  /** Unless told: of open cases the nearest deadline first, else the newest. */
  @IsOptional()
  @IsIn(Object.keys(caseSorts))
  sort?: CaseSort;

  /** Count all that match, by stage, class, street, unit and whether overdue. */
  @IsFlag()
  facets?: boolean;
}

@Query({
  service: 'case',
  route: 'GET /cases/:caseId',
  permission: 'case.read',
  views: ['case-board', 'case-file'],
  summary: { zh: '查看案卷', en: 'Get a case' },
})
export class GetCase {
  @IsUUID()
  caseId!: string;
}
