import { Command } from '../message/command.ts';
import * as field from '../vocabulary/fields.ts';
import { ActivationBasis, Handover } from './wartime-fields.ts';

/** Adds regions to an activation (扩大范围): always with a second person's approval. */
@Command({
  service: 'grid',
  route: 'POST /wartime/activations/:activationId/widening',
  permission: 'wartime.activate',
  creates: 'requestId',
  summary: { zh: '扩大战时范围', en: 'Widen the scope of wartime' },
})
export class WidenScope {
  @field.districtCode('区', 'District')
  districtCode!: string;

  @field.id('战时编号', 'Activation')
  activationId!: string;

  @field.id('申请编号', 'Request', { optional: true })
  requestId?: string;

  @field.regionCodes('增加的区域', 'Regions to be added', { least: 1, most: 500, unique: true })
  added!: string[];

  @field.body(() => ActivationBasis, '依据', 'Basis')
  basis!: ActivationBasis;

  @field.phrase('理由', 'Reason', { max: 300 })
  reason!: string;
}

/** Takes regions out of an activation (缩小范围); what was in its scope as a whole goes out as a whole. */
@Command({
  service: 'grid',
  route: 'POST /wartime/activations/:activationId/narrowing',
  permission: 'wartime.activate',
  summary: { zh: '缩小战时范围', en: 'Narrow the scope of wartime' },
})
export class NarrowScope {
  @field.districtCode('区', 'District')
  districtCode!: string;

  @field.id('战时编号', 'Activation')
  activationId!: string;

  /** The whole scope from now on; all of it lies in the present one. */
  @field.regionCodes('范围', 'Scope', { least: 1, most: 500, unique: true })
  scope!: string[];

  @field.body(() => ActivationBasis, '依据', 'Basis')
  basis!: ActivationBasis;

  @field.phrase('理由', 'Reason', { max: 300 })
  reason!: string;

  /** Who has what is still open in the regions that go out; nothing may be left to nobody. */
  @field.list(() => Handover, '未了事项', 'What is still open, and who has it', { most: 1000 })
  openItems!: Handover[];
}
