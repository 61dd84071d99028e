import { describe, it } from '@jest/globals';
import {
  activated,
  approved,
  asLi,
  asWang,
  declined,
  districtCode,
  facts,
  li,
  other,
  requested,
  wang,
  wartime,
} from '../../test/wartime.ts';
import { approveActivation, declineActivation, lapseRequest } from './approve.decisions.ts';

describe('a second person', () => {
  const approve = { districtCode, requestId: 'flood' };

  it('approves an activation, which begins as it was asked for', () =>
    wartime
      .given(requested())
      .when(approveActivation, approve, asLi)
      .thenLike(approved('flood', 'activation'), activated({ level: 'II', checkInMinutes: 60, approvedBy: 'li' })));
  it('is never the person who asked', () =>
    wartime
      .given(requested())
      .when(approveActivation, approve, { ...asWang, actor: { ...wang, account: 'another' } })
      .thenRejected('wartime.own-request'));
  it('never uses the account that asked', () =>
    wartime
      .given(requested())
      .when(approveActivation, approve, { ...asLi, actor: { ...li, account: 'account-wang' } })
      .thenRejected('wartime.own-request'));
  it('must have authority over the whole scope', () =>
    wartime
      .given(requested())
      .when(approveActivation, approve, { ...asLi, facts: { ...facts, territories: [other] } })
      .thenRejected('wartime.outside-territory'));
  it('cannot approve what has become unlawful meanwhile', () =>
    wartime
      .given(requested(), activated({ activationId: 'meanwhile' }))
      .when(approveActivation, approve, asLi)
      .thenRejected('wartime.overlapping-activation', { activationId: 'meanwhile' }));
  it('cannot approve an epidemic without legal basis', () =>
    wartime
      .given(requested({ hazard: 'epidemic' }))
      .when(approveActivation, approve, asLi)
      .thenRejected('wartime.legal-basis-missing'));
  it('cannot approve when the time is over', () =>
    wartime
      .given(requested())
      .when(approveActivation, approve, { ...asLi, now: '2026-07-02T01:00:00.000Z' })
      .thenRejected('wartime.request-expired'));
  it('can approve in the last moment', () =>
    wartime
      .given(requested())
      .when(approveActivation, approve, { ...asLi, now: '2026-07-02T00:59:59.999Z' })
      .thenLike({ type: 'ActivationApproved', data: {} }, { type: 'WartimeActivated', data: {} }));
  it('declines', () =>
    wartime
      .given(requested())
      .when(declineActivation, { ...approve, reason: '不必' }, asLi)
      .then(declined as never));
  it('must have authority over the scope to decline too', () =>
    wartime
      .given(requested())
      .when(declineActivation, { ...approve, reason: '不必' }, { ...asLi, facts: { territories: [other] } })
      .thenRejected('wartime.outside-territory'));
  it('decides a request once', () =>
    wartime
      .given(requested(), declined)
      .when(approveActivation, approve, asLi)
      .thenRejected('wartime.request-decided'));
  it('cannot decide what nobody asked for', () =>
    wartime.given().when(approveActivation, approve, asLi).thenRejected('wartime.unknown-request'));
});

describe('a request nobody decides', () => {
  const lapse = { districtCode, requestId: 'flood' };

  it('lapses when its time is over', () =>
    wartime
      .given(requested())
      .when(lapseRequest, lapse, { now: '2026-07-02T01:00:00.000Z' })
      .then({
        type: 'ActivationRequestLapsed',
        data: { requestId: 'flood', activationId: 'flood', districtCode, kind: 'activation', cause: 'expired' },
      }));
  it('does not lapse before', () =>
    wartime
      .given(requested())
      .when(lapseRequest, lapse, { now: '2026-07-02T00:59:59.999Z' })
      .thenRejected('wartime.request-not-expired'));
  it('is left alone once decided', () => wartime.given(requested(), declined).when(lapseRequest, lapse).then());
});
