import { describe, it } from '@jest/globals';
import type { WartimeDecided } from '@panshi/contracts';
import {
  activated,
  approved,
  asLi,
  asWang,
  basis,
  community,
  districtCode,
  facts,
  grid,
  now,
  other,
  street,
  stoodDown,
  wartime,
} from '../../test/wartime.ts';
import { approveActivation } from './approve.decisions.ts';
import { narrowScope } from './narrow-scope.decisions.ts';

describe('narrowing the scope of what is at level Ⅰ or Ⅱ, or was once', () => {
  const wide = activated({ level: 'II', scope: [street, other] });
  const lowered = { type: 'LevelChanged', data: { ...wide.data, from: 'II', level: 'IV' } } as WartimeDecided;
  const reason = '水退';
  const which = { districtCode, activationId: 'flood', requestId: 'narrow' };
  const narrow = { ...which, scope: [street], basis, reason, openItems: [] };
  const asked: WartimeDecided = {
    type: 'NarrowingRequested',
    data: {
      ...which,
      scope: [street, other],
      remaining: [street],
      openItems: [],
      basis,
      reason,
      requestedBy: 'wang',
      requestedAccount: 'account-wang',
      requestedAt: now,
      expiresAt: '2026-07-02T01:00:00.000Z',
    },
  };
  const approve = { districtCode, requestId: 'narrow' };

  it.each([
    ['at Ⅱ', [wide]],
    ['lowered to Ⅳ since', [wide, lowered]],
  ])('asks a second person, and narrows nothing: %s', (_, given) =>
    wartime
      .given(...given)
      .when(narrowScope, narrow, asWang)
      .then(asked as never),
  );
  it('asks once', () =>
    wartime
      .given(wide, asked)
      .when(narrowScope, { ...narrow, requestId: 'again' }, asWang)
      .thenRejected('wartime.request-pending', { requestId: 'narrow' }));
  it('is refused before it is asked, where open items would be left to nobody', () =>
    wartime
      .given(wide)
      .when(narrowScope, narrow, { ...asWang, facts: { ...facts, openGrids: [`${other}001001`] } })
      .thenRejected('wartime.items-left-to-nobody'));
  it('is not approved by who asked', () =>
    wartime.given(wide, asked).when(approveActivation, approve, asWang).thenRejected('wartime.own-request'));
  it('takes effect when another person approves', () =>
    wartime
      .given(wide, asked)
      .when(approveActivation, approve, asLi)
      .thenLike(approved('narrow', 'narrowing'), {
        type: 'ScopeChanged',
        data: { scope: [street], removed: [other], cause: 'narrowed', requestedBy: 'wang', approvedBy: 'li' },
      }));
  it('demands a taker for what is open at its approval', () =>
    wartime
      .given(wide, asked)
      .when(approveActivation, approve, { ...asLi, facts: { ...facts, openGrids: [`${other}001001`] } })
      .thenRejected('wartime.items-left-to-nobody'));
  it('refuses to hand over what it does not concern', () => {
    const openItems = [other, '320113003001001'].map((id) => ({ kind: 'mobilisation' as const, id, handedTo: street }));
    wartime
      .given(wide)
      .when(narrowScope, { ...narrow, openItems }, asWang)
      .thenRejected('wartime.handed-over-elsewhere', { region: '320113003001001' });
  });
  it('refuses a taker that nobody knows', () =>
    wartime
      .given(wide)
      .when(narrowScope, narrow, { ...asWang, facts: { ...facts, unknownTakers: ['NOBODY'] } })
      .thenRejected('wartime.unknown-taker', { handedTo: 'NOBODY' }));
  it('leaves in scope what came into it meanwhile', () => {
    const grown = { ...wide.data, scope: [street, other, '320113003'], added: ['320113003'], removed: [] };
    const widened: WartimeDecided = { type: 'ScopeChanged', data: { ...grown, cause: 'widened', openItems: [] } };
    wartime
      .given(wide, asked, widened)
      .when(approveActivation, approve, asLi)
      .thenLike(approved('narrow', 'narrowing'), {
        type: 'ScopeChanged',
        data: { scope: [street, '320113003'], removed: [other] },
      });
  });
  it.each([
    ['has nothing left to do', [street], 'wartime.nothing-to-change'],
    ['would leave in scope what has gone out', [other], 'wartime.not-in-scope'],
  ])('cannot be approved where it %s', (_, scope, code) => {
    const gone = { ...wide.data, scope, added: [], removed: [street, other], openItems: [] };
    wartime
      .given(wide, asked, { type: 'ScopeChanged', data: { ...gone, cause: 'narrowed' } })
      .when(approveActivation, approve, asLi)
      .thenRejected(code);
  });
  it('falls with the end of the activation', () =>
    wartime.given(wide, asked, stoodDown()).when(approveActivation, approve, asLi).thenRejected('wartime.not-active'));
  it('has nothing to do where nothing goes out', () =>
    wartime
      .given(wide)
      .when(narrowScope, { ...narrow, scope: [street, other, community, grid] }, asWang)
      .then());
});
