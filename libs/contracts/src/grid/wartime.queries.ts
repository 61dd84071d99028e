import { type ActivationState, activationStates, type Hazard, hazards } from '../choices/wartime-choices.ts';
import { pageOf } from '../message/page.ts';
import { Paged } from '../message/paged.ts';
import * as field from '../vocabulary/fields.ts';
import { ActivationSummary, ActivationView } from './wartime.answers.ts';
import { GridQuery } from './messages.ts';
import { wartimeStream } from './streams.ts';

@GridQuery('战时列表', 'List activations', {
  route: 'GET /wartime/activations',
  permission: 'wartime.read',
  views: ['wartime-board'],
  answer: pageOf(ActivationSummary),
})
export class ListActivations extends Paged {
  @field.choice(activationStates, '状态', 'State', { optional: true })
  state?: ActivationState;

  @field.choice(hazards, '灾种', 'Hazard', { optional: true })
  hazard?: Hazard;

  /** Only those with a request that waits for a second person. */
  @field.optionalBoolean('有待批准申请', 'With a request that waits')
  pending?: boolean;

  /** Activations whose scope touches it. */
  @field.regionCode('区域', 'Region', { optional: true })
  territory?: string;
}

@GridQuery('查看战时', 'Get an activation', {
  route: 'GET /wartime/activations/:activationId',
  permission: 'wartime.read',
  views: ['wartime-board', 'wartime-requests', 'mobilisations'],
  answer: ActivationView,
  stream: wartimeStream,
})
export class GetActivation {
  @field.id('战时编号', 'Activation')
  activationId!: string;
}
