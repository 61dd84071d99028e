import * as field from '../vocabulary/fields.ts';
import { CaseCommand } from './messages.ts';
import { OneCase } from './one-case.ts';

@CaseCommand('申请延期', 'Request more time', {
  route: 'POST /cases/:caseId/extension-request',
  permission: 'case.handle',
})
export class RequestExtension extends OneCase {
  /** How much more, in the unit of time of the case's limit; whole for days. */
  @field.amount('延期时长', 'How much more time', { min: 0.25, max: 1000 })
  amount!: number;

  @field.remark('理由', 'Reason', { max: 1000 })
  reason!: string;
}

@CaseCommand('批准延期', 'Grant more time', { route: 'POST /cases/:caseId/extension', permission: 'case.dispatch' })
export class GrantExtension extends OneCase {}

@CaseCommand('不予延期', 'Refuse more time', {
  route: 'POST /cases/:caseId/extension-refusal',
  permission: 'case.dispatch',
})
export class RefuseExtension extends OneCase {
  @field.remark('说明', 'Note', { max: 1000, optional: true })
  note?: string;
}
