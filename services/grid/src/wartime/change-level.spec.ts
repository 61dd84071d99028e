import { describe, it } from '@jest/globals';
import {
  activated,
  approved,
  asLi,
  asWang,
  basis,
  community,
  districtCode,
  levelAsked,
  other,
  requested,
  scopeAsked,
  stoodDown,
  street,
  wartime,
} from '../../test/wartime.ts';
import { approveActivation } from './approve.decisions.ts';
import { changeLevel } from './change-level.decisions.ts';

describe('changing the level', () => {
  const raise = { districtCode, activationId: 'flood', requestId: 'raise', basis, reason: '汛情加重' };

  it('asks a second person where the result is Ⅰ or Ⅱ', () =>
    wartime
      .given(activated())
      .when(changeLevel, { ...raise, level: 'I' }, asWang)
      .then(levelAsked as never));
  it('asks a second person even from Ⅰ down to Ⅱ', () =>
    wartime
      .given(activated({ level: 'I' }))
      .when(changeLevel, { ...raise, level: 'II' }, asWang)
      .thenLike({ type: 'LevelChangeRequested', data: { level: 'II' } }));
  it.each(['III', 'IV'] as const)('takes effect at once where the result is %s', (level) =>
    wartime
      .given(activated({ level: 'I' }))
      .when(changeLevel, { ...raise, level }, asWang)
      .thenLike({ type: 'LevelChanged', data: { from: 'I', level, scope: [street], requestedBy: 'wang' } }),
  );
  it('takes effect when approved', () =>
    wartime
      .given(activated(), levelAsked)
      .when(approveActivation, { districtCode, requestId: 'raise' }, asLi)
      .thenLike(approved('raise', 'level'), {
        type: 'LevelChanged',
        data: { from: 'III', level: 'I', checkInMinutes: 30, requestedBy: 'wang', approvedBy: 'li' },
      }));
  it('has nothing to do at the level there is', () =>
    wartime
      .given(activated())
      .when(changeLevel, { ...raise, level: 'III' }, asWang)
      .then());
  it('refuses a level that a sub-area holds already', () =>
    wartime
      .given(activated({ level: 'IV' }), activated({ activationId: 'sub', scope: [community] }))
      .when(changeLevel, { ...raise, level: 'III' }, asWang)
      .thenRejected('wartime.overlapping-activation', { activationId: 'sub' }));
  it('refuses a second request while one waits', () =>
    wartime
      .given(activated(), levelAsked)
      .when(changeLevel, { ...raise, requestId: 'again', level: 'II' }, asWang)
      .thenRejected('wartime.request-pending', { requestId: 'raise' }));
  it('refuses the id of another request', () =>
    wartime
      .given(activated(), scopeAsked)
      .when(changeLevel, { ...raise, requestId: 'widen', level: 'II' }, asWang)
      .thenRejected('wartime.request-exists'));
  it.each([
    ['stood down', [activated(), stoodDown()], 'wartime.not-active'],
    ['not yet approved', [requested()], 'wartime.not-active'],
    ['unknown', [], 'wartime.unknown-activation'],
  ])('refuses an activation that is %s', (_, given, code) =>
    wartime
      .given(...given)
      .when(changeLevel, { ...raise, level: 'IV' }, asWang)
      .thenRejected(code),
  );
  it('refuses an actor without authority over the scope', () =>
    wartime
      .given(activated())
      .when(changeLevel, { ...raise, level: 'IV' }, { ...asWang, facts: { territories: [other] } })
      .thenRejected('wartime.outside-territory'));
  it('cannot be approved where it changes nothing any more', () =>
    wartime
      .given(activated({ level: 'I' }), levelAsked)
      .when(approveActivation, { districtCode, requestId: 'raise' }, asLi)
      .thenRejected('wartime.nothing-to-change'));
});
