import { describe, it } from '@jest/globals';
import type { RecordVerbalApproval, WartimeDecided } from '@panshi/contracts';
import {
  activated,
  command,
  declined,
  dutyOfficer,
  facts as scopeFacts,
  other,
  requested,
  stoodDown,
  wartime,
} from '../../test/wartime.ts';
import { recordVerbalApproval } from './verbal.decisions.ts';
import { wartimeFold } from './wartime.ts';

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

  it('is refused of a request that waits, in words that name it', () =>
    wartime
      .given(requested())
      .when(recordVerbalApproval, record, context)
      .thenRejected('verbal.requested-already', { requestId: 'flood' }));

  it.each([
    ['waits no longer', [requested(), declined]],
    ['began without one', [activated()]],
  ])('is refused of what %s, and sends nobody to another id', (_, given) =>
    wartime
      .given(...given)
      .when(recordVerbalApproval, record, context)
      .thenRejected('wartime.request-decided', { requestId: 'flood' }),
  );

  it('is never its recorder’s own', () =>
    wartime
      .given()
      .when(recordVerbalApproval, { ...record, approver: 'wang' }, context)
      .thenRejected('verbal.own'));
});

describe('a verbal approval entered again with what it approved', () => {
  const deadlineRules = [{ categoryPrefix: '', effect: 'pause' as const }];
  const withRules = { ...record, request: { ...request, level: 'III' as const, deadlineRules } };
  /** What is in the log once the first was taken. */
  const after = (first: RecordVerbalApproval): readonly WartimeDecided[] => {
    const recorded = recordVerbalApproval(wartimeFold.initial, first, {
      ...context,
      commandId: 'record',
      newId: () => 'rules',
    });
    return recorded as readonly WartimeDecided[];
  };
  const later = { ...context, now: '2026-07-01T16:30:00.000Z' };

  it.each([
    ['an activation', record],
    ['rules', withRules],
  ])('has nothing to do, however late: of %s', (_, first) => {
    wartime
      .given(...after(first))
      .when(recordVerbalApproval, first, later)
      .then();
    wartime
      .given(...after(first), stoodDown())
      .when(recordVerbalApproval, first, later)
      .then();
  });

  it('has nothing to do without it either', () => {
    const { request: _, ...alone } = record;
    wartime
      .given(...after(record))
      .when(recordVerbalApproval, alone, later)
      .then();
  });

  it.each([
    ['somebody else’s', { approver: 'zhao' }],
    ['given at another time', { at: '2026-07-01T14:56:00.000Z' }],
    ['given otherwise', { channel: 'in-person' as const }],
    ['of another request', { request: { ...request, level: 'I' as const } }],
    ['of the same with a rule less', { request: { ...request, deadlineRules: [] } }],
  ])('is refused where it is %s', (_, changed) =>
    wartime
      .given(...after(record))
      .when(recordVerbalApproval, { ...record, ...changed }, later)
      .thenRejected('verbal.approved-already', { requestId: 'flood' }),
  );

  it('names the request for rules where it is that one that waits', () => {
    const waiting = after(withRules).slice(0, 2);
    wartime
      .given(...waiting)
      .when(recordVerbalApproval, withRules, later)
      .thenRejected('verbal.requested-already', { requestId: 'rules' });
  });

  it('tells nobody anything who may not activate there', () =>
    wartime
      .given(...after(record))
      .when(recordVerbalApproval, record, { ...later, facts: { ...facts, territories: [other] } })
      .thenRejected('wartime.outside-territory'));
});
