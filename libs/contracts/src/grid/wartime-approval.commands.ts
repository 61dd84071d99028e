import { type Hazard, hazards } from '../choices/wartime-choices.ts';
import * as field from '../vocabulary/fields.ts';
import { GridCommand } from './messages.ts';

/**
 * Approves what a request asks for (批准): an activation, another level, a wider or narrower scope, deadline
 * rules, the end of it. Never one's own.
 */
@GridCommand('批准战时申请', 'Approve a wartime request', {
  route: 'POST /wartime/requests/:requestId/approval',
  permission: 'wartime.approve',
})
export class ApproveActivation {
  @field.districtCode('区', 'District')
  districtCode!: string;

  /** Of an activation: the activation's id. */
  @field.id('申请编号', 'Request')
  requestId!: string;
}

/** Declines a request (不予批准); its requester takes it back the same way, if they may approve. */
@GridCommand('不予批准战时申请', 'Decline a wartime request', {
  route: 'POST /wartime/requests/:requestId/declining',
  permission: 'wartime.approve',
})
export class DeclineActivation {
  @field.districtCode('区', 'District')
  districtCode!: string;

  @field.id('申请编号', 'Request')
  requestId!: string;

  @field.phrase('理由', 'Reason', { max: 300 })
  reason!: string;
}

/** Enters the legal basis of a hazard's plan (录入法律依据); without one the epidemic plan cannot be activated. */
@GridCommand('录入法律依据', 'Enter the legal basis of a plan', {
  route: 'PUT /wartime/legal-bases/:hazard',
  permission: 'wartime.approve',
  territory: 'districtCode',
})
export class EnterLegalBasis {
  @field.districtCode('区', 'District')
  districtCode!: string;

  @field.choice(hazards, '灾种', 'Hazard')
  hazard!: Hazard;

  @field.phrase('文号', 'Reference of the law or decision', { max: 100 })
  reference!: string;

  @field.phrase('发布机关', 'Who issued it', { max: 100 })
  issuer!: string;
}

/** Lets a request lapse that nobody decided in time. By the clock only. */
@GridCommand('申请超时失效', 'Let a wartime request lapse', { permission: 'system.act', territory: 'districtCode' })
export class LapseRequest {
  @field.districtCode('区', 'District')
  districtCode!: string;

  @field.id('申请编号', 'Request')
  requestId!: string;
}
