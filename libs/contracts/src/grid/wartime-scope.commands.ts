import * as field from '../vocabulary/fields.ts';
import { ActivationBasis, Handover } from './wartime-fields.ts';
import { GridCommand } from './messages.ts';
import { OneActivation } from './one-activation.ts';

/** Adds regions to an activation (扩大范围): always with a second person's approval. */
@GridCommand('扩大战时范围', 'Widen the scope of wartime', {
  route: 'POST /wartime/activations/:activationId/widening',
  permission: 'wartime.activate',
  creates: 'requestId',
})
export class WidenScope extends OneActivation {
  @field.id('申请编号', 'Request', { optional: true })
  requestId?: string;

  @field.regionCodes('增加的区域', 'Regions to be added', { least: 1, most: 500, unique: true })
  added!: string[];

  @field.body(() => ActivationBasis, '依据', 'Basis')
  basis!: ActivationBasis;

  @field.phrase('理由', 'Reason', { max: 300 })
  reason!: string;
}

/**
 * Takes regions out of an activation (缩小范围); what was in its scope as a whole goes out as a whole. With a second person's
 * approval where it is at level Ⅰ or Ⅱ, or was once; what comes into scope meanwhile stays in it.
 */
@GridCommand('缩小战时范围', 'Narrow the scope of wartime', {
  route: 'POST /wartime/activations/:activationId/narrowing',
  permission: 'wartime.activate',
  creates: 'requestId',
})
export class NarrowScope extends OneActivation {
  /** Where a second person must approve. */
  @field.id('申请编号', 'Request', { optional: true })
  requestId?: string;

  /** The whole scope from now on; all of it lies in the present one. */
  @field.regionCodes('范围', 'Scope', { least: 1, most: 500, unique: true })
  scope!: string[];

  @field.body(() => ActivationBasis, '依据', 'Basis')
  basis!: ActivationBasis;

  @field.phrase('理由', 'Reason', { max: 300 })
  reason!: string;

  /** Who has what is still open in the regions that go out; nothing may be left to nobody. */
  @field.list(() => Handover, '未了事项', 'What is still open, and who has it', { most: 1000, unique: 'id' })
  openItems!: Handover[];
}
