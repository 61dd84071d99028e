import { type DeclineReason, declineReasons } from '../choices/case-choices.ts';
import * as field from '../vocabulary/fields.ts';
import { CaseCommand } from './messages.ts';
import { OneCase } from './one-case.ts';

/** Files the case (立案): fixes category, catalogue edition, calendar version and limit, and starts the clock. */
@CaseCommand('立案', 'File a case', { route: 'POST /cases/:caseId/filing', permission: 'case.file' })
export class FileCase extends OneCase {
  /** Category as the officer finds it; absent: as reported. */
  @field.categoryCode('类别', 'Category', { optional: true })
  categoryCode?: string;

  /** Whether danger is imminent; absent: as reported. Categories that are always urgent stay so. */
  @field.boolean('紧急', 'Urgent', { optional: true })
  urgent?: boolean;
}

@CaseCommand('不予立案', 'Decline to file a case', { route: 'POST /cases/:caseId/refusal', permission: 'case.file' })
export class DeclineCase extends OneCase {
  @field.choice(declineReasons, '不予立案原因', 'Reason')
  reason!: DeclineReason;

  @field.remark('说明', 'Note', { max: 1000, optional: true })
  note?: string;
}
