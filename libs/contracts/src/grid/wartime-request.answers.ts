import * as choices from '../choices/wartime-choices.ts';
import * as field from '../vocabulary/fields.ts';
import { ActivationBasis, CaseDeadlineRule, Handover } from './wartime-fields.ts';

/** An approval by word of mouth, which its approver is to confirm by their own sign-in. */
export class VerbalApprovalView {
  /** Id of the person. */
  @field.text('口头批准人', 'Approver', { max: 64 })
  readonly approver!: string;

  @field.choice(choices.verbalChannels, '方式', 'How it was given')
  readonly channel!: choices.VerbalChannel;

  @field.instant('批准时间', 'Said at')
  readonly at!: string;

  /** Marked 先批后录. */
  @field.boolean('先批后录', 'Said before the request was made')
  readonly beforeRequest!: boolean;

  @field.text('记录人', 'Recorded by', { max: 64 })
  readonly recordedBy!: string;

  @field.instant('确认期限', 'To be confirmed by')
  readonly confirmBy!: string;

  @field.choice(choices.verbalStates, '确认状态', 'State')
  readonly state!: choices.VerbalState;
}

/** A request of a second person's approval, and what became of it. */
export class WartimeRequestView {
  @field.id('申请编号', 'Request')
  readonly requestId!: string;

  @field.id('战时编号', 'Activation')
  readonly activationId!: string;

  @field.districtCode('区', 'District')
  readonly districtCode!: string;

  @field.choice(choices.requestKinds, '申请事项', 'What is asked for')
  readonly kind!: choices.RequestKind;

  @field.choice(choices.requestStates, '状态', 'State')
  readonly state!: choices.RequestState;

  /** Of what it asks for, as a whole. */
  @field.regionCodes('范围', 'Scope')
  readonly scope!: readonly string[];

  /** Where it asks for an activation. */
  @field.choice(choices.hazards, '灾种', 'Hazard', { optional: true })
  readonly hazard?: choices.Hazard;

  /** Where it asks for one. */
  @field.choice(choices.responseLevels, '申请等级', 'Level asked for', { optional: true })
  readonly level?: choices.ResponseLevel;

  @field.regionCodes('申请增加的区域', 'Regions it would add', { optional: true })
  readonly added?: readonly string[];

  @field.regionCodes('申请保留的区域', 'Regions it would leave in scope', { optional: true })
  readonly remaining?: readonly string[];

  /** All deadline rules it asks for, with those in force already. */
  @field.list(() => CaseDeadlineRule, '申请的时限规则', 'Deadline rules asked for', { optional: true })
  readonly deadlineRules?: readonly Readonly<CaseDeadlineRule>[];

  /** Of all but a stand-down. */
  @field.body(() => ActivationBasis, '依据', 'Basis', { optional: true })
  readonly basis?: Readonly<ActivationBasis>;

  /** Who is to have what is still open: of a stand-down, and of a narrower scope. */
  @field.list(() => Handover, '未了事项移交', 'Handed over', { optional: true })
  readonly openItems?: readonly Readonly<Handover>[];

  @field.phrase('理由', 'Reason', { max: 300 })
  readonly reason!: string;

  @field.text('申请人', 'Requested by', { max: 64 })
  readonly requestedBy!: string;

  @field.instant('申请时间', 'Requested at')
  readonly requestedAt!: string;

  /** When it can no longer be approved. */
  @field.instant('失效时间', 'Expires at')
  readonly expiresAt!: string;

  @field.text('审批人', 'Decided by', { max: 64, optional: true })
  readonly decidedBy?: string;

  @field.instant('审批时间', 'Decided at', { optional: true })
  readonly decidedAt?: string;

  @field.body(() => VerbalApprovalView, '口头批准', 'Verbal approval', { optional: true })
  readonly verbal?: VerbalApprovalView;
}
