import { describe, it } from '@jest/globals';
import type { WartimeDecided } from '@panshi/contracts';
import {
  activated,
  asLi,
  asWang,
  command,
  community,
  declined,
  districtCode,
  facts,
  grid,
  other,
  requested,
  stoodDown,
  street,
  wartime,
} from '../../test/wartime.ts';
import { activateWartime } from './activate.decisions.ts';
import { approveActivation, enterLegalBasis } from './approve.decisions.ts';

describe('activating wartime', () => {
  it.each(['III', 'IV'] as const)('begins at once at level %s', (level) =>
    wartime
      .given()
      .when(activateWartime, { ...command, level }, asWang)
      .then(activated({ level, checkInMinutes: level === 'III' ? 120 : 240 }) as never),
  );
  it.each(['I', 'II'] as const)('asks a second person at level %s, for six hours', (level) =>
    wartime
      .given()
      .when(activateWartime, { ...command, level }, asWang)
      .then(requested({ level, checkInMinutes: level === 'I' ? 30 : 60 }) as never),
  );
  it('takes another time for checking in than the plan has', () =>
    wartime
      .given()
      .when(activateWartime, { ...command, checkInMinutes: 15 }, asWang)
      .thenLike({ type: 'WartimeActivated', data: { checkInMinutes: 15 } }));
  it('keeps of the scope only what no other region in it holds', () =>
    wartime
      .given()
      .when(activateWartime, { ...command, scope: [grid, other, street] }, asWang)
      .thenLike({ type: 'WartimeActivated', data: { scope: [street, other] } }));
  it('refuses a region of another district', () =>
    wartime
      .given()
      .when(activateWartime, { ...command, scope: ['320114001'] }, asWang)
      .thenRejected('wartime.outside-district', { region: '320114001' }));
  it('refuses a region without any grid', () =>
    wartime
      .given()
      .when(activateWartime, command, { ...asWang, facts: { ...facts, unknownRegions: [street] } })
      .thenRejected('wartime.unknown-region', { region: street }));
  it('refuses a scope that reaches beyond the authority of the actor', () =>
    wartime
      .given()
      .when(
        activateWartime,
        { ...command, scope: [street, other] },
        { ...asWang, facts: { ...facts, territories: [street] } },
      )
      .thenRejected('wartime.outside-territory', { region: other }));
  it('refuses hours where a deadline is not shortened', () =>
    wartime
      .given()
      .when(
        activateWartime,
        { ...command, deadlineRules: [{ categoryPrefix: '1', effect: 'pause', hours: 3 }] },
        asWang,
      )
      .thenRejected('wartime.hours-without-shortening'));
  it.each([
    ['is on', activated({ hazard: 'other' })],
    ['is asked for', requested()],
    ['was declined', declined],
    ['was stood down', stoodDown()],
  ])('refuses an id whose activation %s', (_, event) =>
    wartime.given(event).when(activateWartime, command, asWang).thenRejected('wartime.activation-exists'),
  );
});

describe('activations of one hazard', () => {
  const second = { ...command, activationId: 'second' };

  it.each([
    ['the same scope', [street]],
    ['a sub-area at the same level', [community]],
    ['a wider area at the same level', [districtCode]],
    ['a scope that overlaps in part', [community, other]],
  ])('are refused over %s', (_, scope) =>
    wartime
      .given(activated())
      .when(activateWartime, { ...second, scope }, asWang)
      .thenRejected('wartime.overlapping-activation', { activationId: 'flood', level: 'III' }),
  );
  it('are refused over the same scope at a higher level: the level is to be changed', () =>
    wartime
      .given(activated({ level: 'IV' }))
      .when(activateWartime, second, asWang)
      .thenRejected('wartime.overlapping-activation'));
  it('may hold a higher level in a sub-area', () =>
    wartime
      .given(activated({ level: 'IV' }))
      .when(activateWartime, { ...second, scope: [community] }, asWang)
      .thenLike({ type: 'WartimeActivated', data: { level: 'III', scope: [community] } }));
  it('may hold a lower level around a sub-area', () =>
    wartime
      .given(activated())
      .when(activateWartime, { ...second, level: 'IV', scope: [districtCode] }, asWang)
      .thenLike({ type: 'WartimeActivated', data: { level: 'IV' } }));
  it('may stand side by side', () =>
    wartime
      .given(activated())
      .when(activateWartime, { ...second, scope: [other] }, asWang)
      .thenLike({ type: 'WartimeActivated', data: { scope: [other] } }));
  it('do not keep another hazard out', () =>
    wartime
      .given(activated())
      .when(activateWartime, { ...second, hazard: 'other' }, asWang)
      .thenLike({ type: 'WartimeActivated', data: { hazard: 'other' } }));
  it('make room when stood down', () =>
    wartime
      .given(activated(), stoodDown())
      .when(activateWartime, second, asWang)
      .thenLike({ type: 'WartimeActivated', data: { activationId: 'second' } }));
});

describe('the epidemic plan', () => {
  const epidemic = { ...command, hazard: 'epidemic' as const };
  const law = { districtCode, hazard: 'epidemic' as const, reference: '法规〔2026〕1号', issuer: '示例机关' };
  const entered: WartimeDecided = { type: 'LegalBasisEntered', data: { ...law, enteredBy: 'wang' } };

  it('is disabled until its legal basis is entered', () =>
    wartime.given().when(activateWartime, epidemic, asWang).thenRejected('wartime.legal-basis-missing'));
  it('works once it is entered', () =>
    wartime.given(entered).when(activateWartime, epidemic, asLi).thenLike({ type: 'WartimeActivated', data: {} }));
  it('is neither activated nor approved by who entered its legal basis', () => {
    wartime.given(entered).when(activateWartime, epidemic, asWang).thenRejected('wartime.own-legal-basis');
    const byLi = { hazard: 'epidemic', requestedBy: 'li', requestedAccount: 'account-li' };
    wartime
      .given(entered, requested(byLi))
      .when(approveActivation, { districtCode, requestId: 'flood' }, asWang)
      .thenRejected('wartime.own-legal-basis');
  });
  it('works for them too once somebody else entered another', () => {
    const another: WartimeDecided = { type: 'LegalBasisEntered', data: { ...law, enteredBy: 'li' } };
    wartime
      .given(entered, another)
      .when(activateWartime, epidemic, asWang)
      .thenLike({ type: 'WartimeActivated', data: {} });
  });
  it('is entered with reference and issuer', () =>
    wartime
      .given()
      .when(enterLegalBasis, law, asWang)
      .then(entered as never));
});
