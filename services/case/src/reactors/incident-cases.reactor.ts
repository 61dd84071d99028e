import { LinkDuplicateCase, OpenCase, WithdrawCase, type WithdrawalReason } from '@panshi/contracts';
import { defineReactor, issue } from '@panshi/read-model';

const withdrawals: Readonly<Record<string, WithdrawalReason>> = { resolved: 'moot', mistaken: 'filed-in-error' };

/**
 * Every incident has one case, by the same id: opened with it, linked or withdrawn with it. One reactor, so in this
 * order; only the opening of cases cannot get in each other's way.
 */
export const incidentCases = defineReactor({
  name: 'incident-cases',
  issues: [OpenCase, LinkDuplicateCase, WithdrawCase],
  from: ['IncidentReported', 'IncidentLinkedAsDuplicate', 'IncidentWithdrawn'],
  lane: ({ type, data }) => (type === 'IncidentReported' ? data.incidentId : undefined),
  react({ type, data }) {
    const caseId = data.incidentId;
    switch (type) {
      case 'IncidentReported': {
        const { incidentId, gridCode, categoryCode, location, urgent, channel, recordedBy } = data;
        const fields = { caseId, incidentId, gridCode, categoryCode, location, urgent, channel, recordedBy };
        return [issue(OpenCase, fields)];
      }
      case 'IncidentLinkedAsDuplicate':
        return [issue(LinkDuplicateCase, { caseId, duplicateOf: data.duplicateOf })];
      default:
        return [issue(WithdrawCase, { caseId, reason: withdrawals[data.reason] ?? 'by-reporter' })];
    }
  },
});
