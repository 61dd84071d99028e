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
  it.each([
    ['III', 'IV'],
    ['IV', 'III'],
  ] as const)('takes effect at once from %s to %s', (level, other) =>
    wartime
      .given(activated({ level }))
      .when(changeLevel, { ...raise, level: other }, asWang)
      .thenLike({ type: 'LevelChanged', data: { from: level, level: other, scope: [street], requestedBy: 'wang' } }),
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

describe('lowering what is at level Ⅰ or Ⅱ, or was once', () => {
  const lower = { districtCode, activationId: 'flood', requestId: 'lower', basis, reason: '汛情减弱' };
  const lowered = { type: 'LevelChanged', data: { ...activated().data, from: 'II', level: 'III' } } as WartimeDecided;

  it.each([
    ['from Ⅰ to Ⅳ', [activated({ level: 'I' })]],
    ['from Ⅱ to Ⅳ', [activated({ level: 'II' })]],
    ['from Ⅲ to Ⅳ, after Ⅱ', [activated({ level: 'II' }), lowered]],
  ])('asks a second person, and lowers nothing: %s', (_, given) =>
    wartime
      .given(...given)
      .when(changeLevel, { ...lower, level: 'IV' }, asWang)
      .thenLike({ type: 'LevelChangeRequested', data: { level: 'IV', scope: [street], requestedBy: 'wang' } }),
  );

  const asked: WartimeDecided = { ...levelAsked, data: { ...levelAsked.data, requestId: 'lower', level: 'IV' } };

  it('is not approved by who asked', () =>
    wartime
      .given(activated({ level: 'I' }), asked)
      .when(approveActivation, { districtCode, requestId: 'lower' }, asWang)
      .thenRejected('wartime.own-request'));

  it('takes effect when another person approves', () =>
    wartime
      .given(activated({ level: 'I' }), asked)
      .when(approveActivation, { districtCode, requestId: 'lower' }, asLi)
      .thenLike(approved('lower', 'level'), {
        type: 'LevelChanged',
        data: { from: 'I', level: 'IV', requestedBy: 'wang', approvedBy: 'li' },
      }));

  it('is raised at once from Ⅳ to Ⅲ all the same', () =>
    wartime
      .given(activated({ level: 'II' }), { ...lowered, data: { ...lowered.data, level: 'IV' } } as WartimeDecided)
      .when(changeLevel, { ...lower, level: 'III' }, asWang)
      .thenLike({ type: 'LevelChanged', data: { from: 'IV', level: 'III' } }));
});
