import * as choices from '../choices/incident-choices.ts';
import * as field from '../vocabulary/fields.ts';
import type { SentPlace } from '../vocabulary/place.ts';
import { GridCommand } from './messages.ts';

/** A picture stored already, sealed. */
export class PictureReference {
  @field.anyId('图片编号', 'Picture')
  pictureId!: string;

  /** As the upload answered it. */
  @field.sha256('密文摘要', 'SHA-256 of the sealed file')
  sha256!: string;
}

/** The resident whose report it is, as far as they want to be known. Sealed before it is recorded. */
export class Reporter {
  @field.phrase('姓名', 'Name', { max: 40, optional: true })
  name?: string;

  @field.phone('电话', 'Telephone', { optional: true })
  phone?: string;
}

/** Reports an incident (事件上报). It falls to the grid its location lies in, whose territory the actor must have authority over. */
@GridCommand('上报事件', 'Report an incident', {
  route: 'POST /incidents',
  permission: 'incident.report',
  creates: 'incidentId',
})
export class ReportIncident {
  @field.id('事件编号', 'Incident', { optional: true })
  incidentId?: string;

  @field.categoryCode('类别', 'Category')
  categoryCode!: string;

  /** What is the matter. Sealed before it is recorded. */
  @field.remark('情况描述', 'What is the matter', { max: 2000 })
  text!: string;

  /** Kept in WGS-84, and as it was sent beside that. */
  @field.sentPlace('位置', 'Place')
  location!: SentPlace;

  @field.list(() => PictureReference, '图片', 'Pictures', {
    most: 9,
    unique: 'pictureId',
    optional: true,
  })
  pictures?: PictureReference[];

  @field.body(() => Reporter, '反映人', 'Reporter', { optional: true })
  reporter?: Reporter;

  /** Whether somebody or something is in danger now. */
  @field.boolean('紧急', 'Urgent', { optional: true })
  urgent?: boolean;

  @field.choice(choices.incidentChannels, '来源', 'Channel')
  channel!: choices.IncidentChannel;

  /** The colleague for whom it is recorded: a person's id; with the reason. */
  @field.anyId('代谁录入', 'On behalf of', { when: { field: 'onBehalfReason' } })
  onBehalfOf?: string;

  /** Needed with `onBehalfOf`. */
  @field.choice(choices.onBehalfReasons, '代录原因', 'Why on their behalf', {
    when: { field: 'onBehalfOf' },
  })
  onBehalfReason?: choices.OnBehalfReason;
}

/** Says that an incident is one that was reported before (重复上报). Its own duplicates move along. */
@GridCommand('关联重复事件', 'Link a duplicate incident', {
  route: 'POST /incidents/:incidentId/duplicate',
  permission: 'case.file',
})
export class LinkDuplicateIncident {
  @field.id('事件编号', 'Incident')
  incidentId!: string;

  /** Itself no duplicate. */
  @field.id('首次上报的事件', 'First report')
  duplicateOf!: string;
}

/** Takes a link as duplicate back (取消关联): the incident stands for itself again. */
@GridCommand('取消重复关联', 'Unlink a duplicate incident', {
  route: 'DELETE /incidents/:incidentId/duplicate',
  permission: 'case.file',
})
export class UnlinkDuplicateIncident {
  @field.id('事件编号', 'Incident')
  incidentId!: string;

  /** The link to be taken back: nothing happens where it is linked elsewhere by now. */
  @field.id('首次上报的事件', 'First report', { optional: true })
  duplicateOf?: string;
}

/** Takes a report back (撤回); only who recorded it may, or whom it was recorded for. Its duplicates go to the earliest of them. */
@GridCommand('撤回上报', 'Withdraw a report', {
  route: 'POST /incidents/:incidentId/withdrawal',
  permission: 'incident.report',
})
export class WithdrawIncident {
  @field.id('事件编号', 'Incident')
  incidentId!: string;

  @field.choice(choices.incidentWithdrawalReasons, '撤回原因', 'Reason')
  reason!: choices.IncidentWithdrawalReason;
}
