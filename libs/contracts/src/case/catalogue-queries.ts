import { IsOptional, IsString, MaxLength } from 'class-validator';
import { Query } from '../message/query.ts';
import { IsDistrictCode } from '../vocabulary/region-code.ts';

@Query({
  service: 'case',
  route: 'GET /districts/:districtCode/catalogue',
  permission: 'case.read',
  views: ['catalogues'],
  summary: { zh: '查看立案结案规范', en: 'Get the catalogue' },
})
export class GetCatalogue {
  @IsDistrictCode()
  districtCode!: string;

  /** Edition; absent: the one in effect. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  edition?: string;
}

@Query({
  service: 'case',
  route: 'GET /districts/:districtCode/calendar',
  permission: 'case.read',
  views: ['calendars'],
  summary: { zh: '查看工作日历', en: 'Get the working calendar' },
})
export class GetCalendar {
  @IsDistrictCode()
  districtCode!: string;

  /** Version; absent: the one in effect. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  version?: string;
}
