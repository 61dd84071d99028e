import { Command } from '../message/command.ts';
import * as field from '../vocabulary/fields.ts';

@Command({
  service: 'case',
  route: 'POST /cases/:caseId/extension-request',
  permission: 'case.handle',
  summary: { zh: '申请延期', en: 'Request more time' },
})
export class RequestExtension {
  @field.anyId('案卷编号', 'Case')
  caseId!: string;

  /** How much more, in the unit of time of the case's limit; whole for days. */
  @field.amount('延期时长', 'How much more time', { min: 0.25, max: 1000 })
  amount!: number;

  @field.remark('理由', 'Reason', { max: 1000 })
  reason!: string;
}

@Command({
  service: 'case',
  route: 'POST /cases/:caseId/extension',
  permission: 'case.dispatch',
  summary: { zh: '批准延期', en: 'Grant more time' },
})
export class GrantExtension {
  @field.anyId('案卷编号', 'Case')
  caseId!: string;
}

@Command({
  service: 'case',
  route: 'POST /cases/:caseId/extension-refusal',
  permission: 'case.dispatch',
  summary: { zh: '不予延期', en: 'Refuse more time' },
})
export class RefuseExtension {
  @field.anyId('案卷编号', 'Case')
  caseId!: string;

  @field.remark('说明', 'Note', { max: 1000, optional: true })
  note?: string;
}
