import { type VerbalChannel, verbalChannels } from '../choices/wartime-choices.ts';
import * as field from '../vocabulary/fields.ts';
import { GridCommand } from './messages.ts';
import { ProposedActivation } from './proposed-activation.ts';

/** What concerns one wartime request. */
abstract class OneRequest {
  @field.districtCode('区', 'District')
  districtCode!: string;

  @field.id('申请编号', 'Request')
  requestId!: string;
}

/**
 * Records that a second person approved a request by word of mouth (口头批准): what was asked for takes effect at once, and
 * the approver confirms it within two hours by their own sign-in. Between 19:00 and 7:00, and where the day is no working
 * day, it is taken at any time; else once the request has waited ten minutes, so that by day it is entered first. Neither
 * the recorder nor the requester is the approver. The same approval of the same request again has nothing to do.
 */
@GridCommand('记录口头批准', 'Record a verbal approval', {
  route: 'POST /wartime/requests/:requestId/verbal-approval',
  permission: 'wartime.activate',
})
export class RecordVerbalApproval extends OneRequest {
  /** Id of the person who approved; they may approve the whole scope. */
  @field.anyId('口头批准人', 'Approver')
  approver!: string;

  /** Within the last 60 minutes; it may lie before the request (先批后录). */
  @field.instant('批准时间', 'Said at')
  at!: string;

  @field.choice(verbalChannels, '方式', 'How it was given')
  channel!: VerbalChannel;

  /**
   * The request itself, where nobody entered it: an activation that takes a second person, or whose rules do. It gets the
   * id `requestId`. Without it `requestId` names a request that waits.
   */
  @field.body(() => ProposedActivation, '所申请的启动', 'Activation asked for', { optional: true })
  request?: ProposedActivation;
}

/** Confirms a verbal approval (确认口头批准), as its approver. Late is taken too, and marked. */
@GridCommand('确认口头批准', 'Confirm a verbal approval', {
  route: 'POST /wartime/requests/:requestId/verbal-approval/confirmation',
  permission: 'wartime.approve',
})
export class ConfirmVerbalApproval extends OneRequest {}

/** Denies a verbal approval (否认口头批准), as the person said to have given it. What was approved stays as it is. */
@GridCommand('否认口头批准', 'Deny a verbal approval', {
  route: 'POST /wartime/requests/:requestId/verbal-approval/denial',
  permission: 'wartime.approve',
})
export class DenyVerbalApproval extends OneRequest {
  @field.phrase('理由', 'Reason', { max: 300 })
  reason!: string;
}

/** Records, once, that a verbal approval was not confirmed in time (口头批准逾期未确认). By the clock only. */
@GridCommand('记录口头批准逾期未确认', 'Record that a verbal approval is overdue', {
  permission: 'system.act',
  territory: 'districtCode',
})
export class MarkVerbalOverdue extends OneRequest {}
