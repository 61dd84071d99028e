import { describe, expect, it } from '@jest/globals';
import type { WartimeDecided } from '@panshi/contracts';
import {
  activated,
  approved,
  basis,
  districtCode,
  dutyOfficer,
  facts as scopeFacts,
  li,
  other,
  requested,
  street,
  wang,
  wartime,
} from '../../test/wartime.ts';
import {
  confirmVerbalApproval,
  denyVerbalApproval,
  markVerbalOverdue,
  recordVerbalApproval,
} from './verbal.decisions.ts';

/** A time of Wednesday, 1 July 2026, in China; of the day after from 24:00 on. */
const at = (time: string): string => {
  const [hours, minutes, seconds = 0] = time.split(':').map(Number) as [number, number, number?];
  return new Date(Date.UTC(2026, 6, 1, hours - 8, minutes, seconds)).toISOString();
};
const facts = { ...scopeFacts, approver: { territories: [districtCode] }, workingDay: true };
const record = { districtCode, requestId: 'flood', approver: 'li', at: at('22:55'), channel: 'telephone' as const };
const byWang = (time: string, over: object = {}) => ({ facts: { ...facts, ...over }, actor: wang, now: at(time) });
const asked = (time: string, over: object = {}): WartimeDecided =>
  requested({ requestedAt: at(time), expiresAt: at('30:00'), ...over });
const about = { requestId: 'flood', activationId: 'flood', districtCode, kind: 'activation', scope: [street] } as const;
const recorded: WartimeDecided = {
  type: 'VerbalApprovalRecorded',
  data: {
    ...about,
    approver: 'li',
    channel: 'telephone',
    at: at('22:55'),
    beforeRequest: true,
    recordedBy: 'wang',
    recordedAccount: 'account-wang',
    confirmBy: at('25:10'),
  },
};
const on = activated({ level: 'II', checkInMinutes: 60, approvedBy: 'li', verbal: true });

describe('a verbal approval', () => {
  it('recorded at 23:10 and said at 22:55 turns wartime on at once, to be confirmed by 1:10', () =>
    wartime
      .given(asked('23:05'))
      .when(recordVerbalApproval, record, byWang('23:10'))
      .then(recorded as never, on as never));

  it('is marked only where it came before the request', () =>
    wartime
      .given(asked('22:50'))
      .when(recordVerbalApproval, record, byWang('23:10'))
      .thenLike({ type: 'VerbalApprovalRecorded', data: { beforeRequest: false } }, on));

  it.each([
    ['09:55:00', '10:04:59'],
    ['18:50:00', '18:59:59'],
    ['06:55:00', '07:00:00'],
  ])('of a working day is refused until a request has waited ten minutes: of %s, at %s', (request, now) =>
    wartime
      .given(asked(request))
      .when(recordVerbalApproval, { ...record, at: at(request) }, byWang(now))
      .thenRejected('verbal.by-day'),
  );

  it.each([
    ['on a working day, once it has waited ten minutes', '09:55:00', '10:05:00', true],
    ['on a day without work, at once', '09:55:00', '09:55:01', false],
    ['from 19:00 on, at once', '18:59:00', '19:00:00', true],
    ['before 7:00, at once', '06:59:00', '06:59:59', true],
  ])('is taken %s', (_, request, now, workingDay) =>
    wartime
      .given(asked(request))
      .when(recordVerbalApproval, { ...record, at: at(request) }, byWang(now, { workingDay }))
      .thenLike({ type: 'VerbalApprovalRecorded', data: {} }, { type: 'WartimeActivated', data: { level: 'II' } }),
  );

  it.each([
    ['said 60 minutes and a second ago', '22:09:59', 'verbal.stale'],
    ['said in a second', '23:10:01', 'verbal.in-future'],
  ])('%s is refused', (_, said, code) =>
    wartime
      .given(asked('22:00'))
      .when(recordVerbalApproval, { ...record, at: at(said) }, byWang('23:10'))
      .thenRejected(code),
  );

  it('said 60 minutes ago is taken', () =>
    wartime
      .given(asked('22:00'))
      .when(recordVerbalApproval, { ...record, at: at('22:10') }, byWang('23:10'))
      .thenLike({ type: 'VerbalApprovalRecorded', data: { at: at('22:10') } }, on));

  it('is never that of its recorder, nor of the requester', () => {
    const given = wartime.given(asked('23:05'));
    given.when(recordVerbalApproval, { ...record, approver: 'wang' }, byWang('23:10')).thenRejected('verbal.own');
    given
      .when(recordVerbalApproval, { ...record, approver: 'wang' }, { ...byWang('23:10'), actor: dutyOfficer('zhao') })
      .thenRejected('verbal.own');
  });

  it.each([
    ['may approve nowhere', []],
    ['may approve elsewhere only', [other]],
  ])('is refused where its approver %s', (_, territories) =>
    wartime
      .given(asked('23:05'))
      .when(recordVerbalApproval, record, byWang('23:10', { approver: { territories } }))
      .thenRejected('verbal.approver-without-authority', { approver: 'li', region: street }),
  );

  it('is recorded only by who may activate over the whole scope', () =>
    wartime
      .given(asked('23:05'))
      .when(recordVerbalApproval, record, byWang('23:10', { territories: [other] }))
      .thenRejected('wartime.outside-territory'));

  it.each([
    ['unknown', [], 'wartime.unknown-request'],
    [
      'decided in writing',
      [asked('23:05'), approved('flood', 'activation') as WartimeDecided, on],
      'wartime.request-decided',
    ],
    ['expired', [asked('23:05', { expiresAt: at('23:10') })], 'wartime.request-expired'],
    ['unlawful by now', [asked('23:05'), activated({ activationId: 'second' })], 'wartime.overlapping-activation'],
  ])('of a request that is %s is refused', (_, given, code) =>
    wartime
      .given(...given)
      .when(recordVerbalApproval, record, byWang('23:10'))
      .thenRejected(code),
  );

  it('starts rules that wait for a second person too', () => {
    const { deadlineRules } = activated().data;
    const whose = { requestedBy: 'wang', requestedAccount: 'account-wang' };
    const rules = { requestId: 'rules', activationId: 'flood', districtCode, scope: [street], deadlineRules };
    const when = { requestedAt: at('23:05'), expiresAt: at('29:05') };
    const data = { ...rules, ...whose, ...when, basis, reason: '暴雨预警' };
    wartime
      .given(activated({ deadlineRules: [] }), { type: 'DeadlineRulesRequested', data })
      .when(recordVerbalApproval, { ...record, requestId: 'rules' }, byWang('23:10'))
      .thenLike(
        { type: 'VerbalApprovalRecorded', data: { requestId: 'rules', kind: 'rules' } },
        { type: 'DeadlineRulesChanged', data: { deadlineRules, approvedBy: 'li', verbal: true } },
      );
  });
});

describe('what becomes of a verbal approval', () => {
  const of = { districtCode, requestId: 'flood' };
  const given = [asked('23:05'), recorded, on];
  const byLi = (time: string) => ({ actor: li, now: at(time) });
  const overdue: WartimeDecided = {
    type: 'VerbalApprovalOverdue',
    data: { ...about, approver: 'li', confirmBy: at('25:10') },
  };
  const confirmed = (late: boolean): WartimeDecided => ({
    type: 'VerbalApprovalConfirmed',
    data: { ...about, confirmedBy: 'li', confirmedAccount: 'account-li', late },
  });
  const denied: WartimeDecided = {
    type: 'VerbalApprovalDenied',
    data: { ...about, deniedBy: 'li', deniedAccount: 'account-li', reason: '未批准' },
  };

  it('confirmed at 1:09:59, it is never overdue', () => {
    wartime
      .given(...given)
      .when(confirmVerbalApproval, of, byLi('25:09:59'))
      .then(confirmed(false) as never);
    wartime
      .given(...given, confirmed(false))
      .when(markVerbalOverdue, of, { now: at('25:10') })
      .then();
  });
  it('unconfirmed, it is overdue at 1:10:00, not before, and once', () => {
    const unconfirmed = wartime.given(...given);
    unconfirmed.when(markVerbalOverdue, of, { now: at('25:09:59') }).thenRejected('verbal.not-overdue');
    unconfirmed.when(markVerbalOverdue, of, { now: at('25:10') }).then(overdue as never);
    wartime
      .given(...given, overdue)
      .when(markVerbalOverdue, of, { now: at('25:11') })
      .then();
  });
  it.each([
    ['overdue', overdue],
    ['denied', denied],
  ])('%s, what it turned on is on as before', (_, event) =>
    expect(wartime.given(...given, event).state.activations).toEqual(wartime.given(...given).state.activations),
  );
  it('is confirmed late all the same, and marked', () =>
    wartime
      .given(...given, overdue)
      .when(confirmVerbalApproval, of, byLi('25:23:30'))
      .then(confirmed(true) as never));
  it('is denied in time or late', () => {
    const deny = { ...of, reason: '未批准' };
    for (const events of [given, [...given, overdue]])
      wartime
        .given(...events)
        .when(denyVerbalApproval, deny, byLi('25:30'))
        .then(denied as never);
  });
  it('is nobody’s to confirm or deny but the approver’s, by an account of their own', () => {
    const strangers = [wang, dutyOfficer('zhao'), { ...li, account: 'account-wang' }];
    for (const actor of strangers)
      for (const decide of [confirmVerbalApproval, denyVerbalApproval])
        wartime
          .given(...given)
          .when(decide as typeof denyVerbalApproval, { ...of, reason: '' }, { actor, now: at('24:00') })
          .thenRejected('verbal.not-the-approver');
  });
  it('is answered once', () => {
    for (const answer of [confirmed(false), denied])
      wartime
        .given(...given, answer)
        .when(confirmVerbalApproval, of, byLi('24:00'))
        .thenRejected('verbal.settled');
  });
  it('is not to be had of a request approved otherwise', () =>
    wartime.given(asked('23:05')).when(confirmVerbalApproval, of, byLi('24:00')).thenRejected('verbal.unknown'));
});
