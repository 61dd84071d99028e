import { type PublicationKind, publicationKinds } from '../choices/case-choices.ts';
import * as field from '../vocabulary/fields.ts';
import { CaseCommand } from './messages.ts';

/** One edition of a district's catalogue, or one version of its calendar. */
abstract class OnePublication {
  @field.districtCode('区', 'District')
  districtCode!: string;

  @field.choice(publicationKinds, '类型', 'What it is')
  kind!: PublicationKind;

  @field.edition('版本', 'Name of the edition or version')
  name!: string;
}

/** Approves an edition or version that somebody else proposed (审核通过): it is published. */
@CaseCommand('审核通过', 'Approve a publication', {
  route: 'POST /districts/:districtCode/publications/:kind/:name/approval',
  permission: 'catalogue.approve',
  territory: 'districtCode',
})
export class ApprovePublication extends OnePublication {}

/** Declines an edition or version that was proposed (审核不通过). */
@CaseCommand('审核不通过', 'Decline a publication', {
  route: 'POST /districts/:districtCode/publications/:kind/:name/declining',
  permission: 'catalogue.approve',
  territory: 'districtCode',
})
export class DeclinePublication extends OnePublication {
  @field.phrase('理由', 'Reason', { max: 300 })
  reason!: string;
}

/** Withdraws an edition or version that is proposed, or published and not yet in force (撤回). */
@CaseCommand('撤回规范或日历', 'Withdraw a publication', {
  route: 'POST /districts/:districtCode/publications/:kind/:name/withdrawal',
  permission: 'catalogue.publish',
  territory: 'districtCode',
})
export class WithdrawPublication extends OnePublication {
  @field.phrase('理由', 'Reason', { max: 300 })
  reason!: string;
}
