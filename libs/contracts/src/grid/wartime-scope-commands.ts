import { IsOptional, IsUUID } from 'class-validator';
import { Command } from '../message/command.ts';
import { IsBody, IsListOf } from '../vocabulary/nested.ts';
import { IsDistrictCode, IsScope } from '../vocabulary/region-code.ts';
import { IsPhrase } from '../vocabulary/text.ts';
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
  @IsDistrictCode()
  districtCode!: string;

  @IsUUID('7')
  activationId!: string;

  @IsOptional()
  @IsUUID('7')
  requestId?: string;

  /** The regions to be added. */
  @IsScope()
  added!: string[];

  @IsBody(() => ActivationBasis)
  basis!: ActivationBasis;

  @IsPhrase(300)
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
  @IsDistrictCode()
  districtCode!: string;

  @IsUUID('7')
  activationId!: string;

  /** The whole scope from now on; all of it lies in the present one. */
  @IsScope()
  scope!: string[];

  @IsBody(() => ActivationBasis)
  basis!: ActivationBasis;

  @IsPhrase(300)
  reason!: string;

  /** Who has what is still open in the regions that go out; nothing may be left to nobody. */
  @IsListOf(() => Handover, 0, 1000)
  openItems!: Handover[];
}
