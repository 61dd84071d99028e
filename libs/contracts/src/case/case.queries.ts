import { type CaseStage, caseStages } from '../choices/case-choices.ts';
import { caseOrders } from '../choices/order-choices.ts';
import { pageOf } from '../message/page.ts';
import { Paged } from '../message/paged.ts';
import * as field from '../vocabulary/fields.ts';
import { CaseDetails } from './case-details.ts';
import { CaseSummary } from './case-summary.ts';
import { CaseQuery } from './messages.ts';
import { OneCase } from './one-case.ts';
import { caseStream } from './streams.ts';

@CaseQuery('案卷列表', 'List cases', {
  route: 'GET /cases',
  permission: 'case.read',
  views: ['case-board', 'catalogues'],
  answer: pageOf(CaseSummary),
})
export class ListCases extends Paged {
  @field.choice(caseStages, '阶段', 'Stage', { optional: true })
  stage?: CaseStage;

  /** Cases still open, or those that ended. */
  @field.optionalBoolean('办理中', 'Open')
  open?: boolean;

  /** Beginning of category codes: components, a class, a category. */
  @field.categoryPrefix('类别（代码前缀）', 'Beginning of category codes', { optional: true })
  category?: string;

  /** Its cases and those below it. */
  @field.regionCode('区域', 'Region', { optional: true })
  territory?: string;

  @field.unitOrGrid('责任单位', 'Unit', { optional: true })
  unit?: string;

  /** Those alone that lie with a unit the reader handles cases for. */
  @field.optionalBoolean('本单位承办', 'With one’s own unit')
  own?: boolean;

  @field.optionalBoolean('已超期', 'Overdue')
  overdue?: boolean;

  @field.optionalBoolean('已预警未超期', 'Warned of, and not yet overdue')
  warned?: boolean;

  /** Activation whose deadline modifier they carry. */
  @field.anyId('战时编号', 'Activation', { optional: true })
  activation?: string;

  @field.searchText('类别或责任单位', 'Words of category or unit', { optional: true })
  text?: string;

  @field.mapWindow('地图范围', 'Window of the map', { optional: true })
  bbox?: string;

  /** Unless told: of open cases the nearest deadline first, else the newest. */
  @field.choice(caseOrders, '排序', 'Order', { optional: true })
  sort?: keyof typeof caseOrders;

  /** Count all that match, by stage, class, street, unit and whether overdue. */
  @field.optionalBoolean('分面计数', 'With counts of all that match')
  facets?: boolean;
}

@CaseQuery('查看案卷', 'Get a case', {
  route: 'GET /cases/:caseId',
  permission: 'case.read',
  views: ['case-board', 'case-file'],
  answer: CaseDetails,
  stream: caseStream,
})
export class GetCase extends OneCase {}
