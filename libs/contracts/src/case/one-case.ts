import * as field from '../vocabulary/fields.ts';

/** What concerns one case. */
export class OneCase {
  @field.anyId('案卷编号', 'Case')
  caseId!: string;
}
