import { describe, it } from '@jest/globals';
import type { RecordVerbalApproval } from '@panshi/contracts';
import { activated, command, dutyOfficer, facts as scopeFacts, other, requested, wartime } from '../../test/wartime.ts';
import { recordVerbalApproval } from './verbal.decisions.ts';

const { activationId: _, districtCode, ...request } = { ...command, level: 'II' as const };
const record: RecordVerbalApproval = {
  districtCode,
  requestId: 'flood',
  approver: 'li',
  at: '2026-07-01T14:55:00.000Z',
  channel: 'telephone',
  request,
};
const facts = { ...scopeFacts, approver: { territories: [districtCode] }, workingDay: false };
const context = { facts, actor: dutyOfficer('wang'), now: '2026-07-01T15:10:00.000Z' };

describe('a verbal approval of what nobody has entered', () => {
  it('enters the request and turns wartime on, in one', () =>
    wartime
      .given()
      .when(recordVerbalApproval, record, context)
      .thenLike(
        { type: 'ActivationRequested', data: { requestId: 'flood', activationId: 'flood', requestedBy: 'wang' } },
        { type: 'VerbalApprovalRecorded', data: { requestId: 'flood', approver: 'li', beforeRequest: true } },
        activated({ level: 'II', checkInMinutes: 60, approvedBy: 'li', verbal: true }),
      ));

  it('of level Ⅲ puts the rules in force that wait for a second person', () => {
    const deadlineRules = [{ categoryPrefix: '', effect: 'pause' as const }];
    wartime
      .given()
      .when(recordVerbalApproval, { ...record, request: { ...request, level: 'III', deadlineRules } }, context)
      .thenLike(
        activated({ deadlineRules: [] }),
        { type: 'DeadlineRulesRequested', data: { activationId: 'flood', deadlineRules } },
        { type: 'VerbalApprovalRecorded', data: { kind: 'rules', activationId: 'flood' } },
        { type: 'DeadlineRulesChanged', data: { deadlineRules, approvedBy: 'li', verbal: true } },
      );
  });

  it('is refused where nothing of it takes a second person', () =>
    wartime
      .given()
      .when(recordVerbalApproval, { ...record, request: { ...request, level: 'III' } }, context)
      .thenRejected('verbal.nothing-to-approve', { activationId: 'flood' }));

  it('is refused by day: it has not waited', () =>
    wartime
      .given()
      .when(
        recordVerbalApproval,
        { ...record, at: '2026-07-01T02:00:00.000Z' },
        { ...context, facts: { ...facts, workingDay: true }, now: '2026-07-01T02:00:00.000Z' },
      )
      .thenRejected('verbal.by-day', { from: '2026-07-01T02:10:00.000Z' }));

  it.each([
    ['in a region without grids', { unknownRegions: ['320113001'] }, 'wartime.unknown-region'],
    ['where its recorder may not activate', { territories: [other] }, 'wartime.outside-territory'],
    ['where its approver may not approve', { approver: { territories: [other] } }, 'verbal.approver-without-authority'],
  ])('is refused %s', (_, changed, code) =>
    wartime
      .given()
      .when(recordVerbalApproval, record, { ...context, facts: { ...facts, ...changed } })
      .thenRejected(code),
  );

  it('is refused of a request that was entered, as of what is on', () => {
    for (const given of [requested(), activated()])
      wartime.given(given).when(recordVerbalApproval, record, context).thenRejected('wartime.activation-exists');
  });

  it('is never its recorder’s own', () =>
    wartime
      .given()
      .when(recordVerbalApproval, { ...record, approver: 'wang' }, context)
      .thenRejected('verbal.own'));
});
