import { type MobilisationStatus, mobilisationStatuses } from '../choices/wartime-choices.ts';
import { pageOf } from '../message/page.ts';
import { Paged } from '../message/paged.ts';
import * as field from '../vocabulary/fields.ts';
import { MobilisationView } from './mobilisation.answers.ts';
import { GridQuery } from './messages.ts';

@GridQuery('网格动员列表', 'List mobilised grids', {
  route: 'GET /wartime/mobilisations',
  permission: 'wartime.read',
  views: ['mobilisations'],
  answer: pageOf(MobilisationView),
})
export class ListMobilisations extends Paged {
  @field.id('战时编号', 'Activation', { optional: true })
  activationId?: string;

  @field.regionCode('区域', 'Region', { optional: true })
  territory?: string;

  @field.choice(mobilisationStatuses, '状态', 'Status', { optional: true })
  status?: MobilisationStatus;

  /** Count all that match, by status and street. */
  @field.optionalBoolean('分面计数', 'With counts of all that match')
  facets?: boolean;
}
