import { type DeclineReason, declineReasons } from '../choices/case-choices.ts';
import { Command } from '../message/command.ts';
import * as field from '../vocabulary/fields.ts';

/** Files the case (立案): fixes category, catalogue edition, calendar version and limit, and starts the clock. */
@Command({
  service: 'case',
  route: 'POST /cases/:caseId/filing',
  permission: 'case.file',
  summary: { zh: '立案', en: 'File a case' },
})
export class FileCase {
  @field.anyId('案卷编号', 'Case')
  caseId!: string;

  /** Category as the officer finds it; absent: as reported. */
  @field.categoryCode('类别', 'Category', { optional: true })
  categoryCode?: string;

  /** Whether danger is imminent; absent: as reported. Categories that are always urgent stay so. */
  @field.truth('紧急', 'Urgent', { optional: true })
  urgent?: boolean;
}

@Command({
  service: 'case',
  route: 'POST /cases/:caseId/refusal',
  permission: 'case.file',
  summary: { zh: '不予立案', en: 'Decline to file a case' },
})
export class DeclineCase {
  @field.anyId('案卷编号', 'Case')
  caseId!: string;

  @field.choice(declineReasons, '不予立案原因', 'Reason')
  reason!: DeclineReason;

  @field.remark('说明', 'Note', { max: 1000, optional: true })
  note?: string;
}
