import {
  LinkDuplicateCase,
  OpenCase,
  UnlinkDuplicateCase,
  WithdrawCase,
  type WithdrawalReason,
} from '@panshi/contracts';
import { defineReactor, issue } from '@panshi/read-model';

const withdrawals: Readonly<Record<string, WithdrawalReason>> = { resolved: 'moot', mistaken: 'filed-in-error' };

/**
 * Every incident has one case with the same id: it is opened, linked as duplicate, unlinked and withdrawn with the incident. One
 * reactor does all of it, to keep their order; only openings of different cases may run at the same time.
 */
export const incidentCases = defineReactor({
  name: 'incident-cases',
  issues: [OpenCase, LinkDuplicateCase, UnlinkDuplicateCase, WithdrawCase],
  from: ['IncidentReported', 'IncidentLinkedAsDuplicate', 'IncidentDuplicateUnlinked', 'IncidentWithdrawn'],
  lane: ({ type, data }) => (type === 'IncidentReported' ? data.incidentId : undefined),
  react({ type, data }) {
    const caseId = data.incidentId;
    switch (type) {
      case 'IncidentReported': {
        const { incidentId, gridCode, categoryCode, location, urgent, channel, recordedBy, onBehalfOf } = data;
        const fields = { caseId, incidentId, gridCode, categoryCode, location, urgent, channel, recordedBy };
        return [issue(OpenCase, { ...fields, ...(onBehalfOf && { onBehalfOf }) })];
      }
      case 'IncidentLinkedAsDuplicate':
        return [issue(LinkDuplicateCase, { caseId, duplicateOf: data.duplicateOf })];
      case 'IncidentDuplicateUnlinked':
        return [issue(UnlinkDuplicateCase, { caseId, duplicateOf: data.duplicateOf })];
      default:
        return [issue(WithdrawCase, { caseId, reason: withdrawals[data.reason] ?? 'by-reporter' })];
    }
  },
});
