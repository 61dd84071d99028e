import { describe, expect, it } from '@jest/globals';
import type { ActivateWartime, DecidedOf, WartimeDecided } from '@panshi/contracts';
import { scenario } from '@panshi/testing';
import { activateWartime } from './activate.decision.ts';
import { approveActivation, declineActivation, enterLegalBasis, lapseRequest } from './approve.decisions.ts';
import { changeLevel } from './change-level.decision.ts';
import { narrowScope, replaceGridsInScope, widenScope } from './change-scope.decisions.ts';
import { standDown } from './stand-down.decision.ts';
import { wartimeFold } from './wartime.ts';

const districtCode = '320113';
const [street, other] = ['320113001', '320113002'];
const community = `${street}001`;
const grid = `${community}001`;
const basis = { kind: 'warning', reference: '宁气预〔2026〕1号', issuer: '市气象台' } as const;
const dutyOfficer = (person: string) => ({ account: `account-${person}`, person, post: 'duty' });
const [wang, li] = [dutyOfficer('wang'), dutyOfficer('li')];
const now = '2026-07-01T19:00:00.000Z';
const everywhere = { territories: [districtCode] };
const facts = { ...everywhere, unknownRegions: [], openGrids: [] as string[] };
const asWang = { facts, actor: wang, now };
const asLi = { facts, actor: li, now };

const command: ActivateWartime = {
  activationId: 'flood',
  districtCode,
  hazard: 'flood-typhoon',
  level: 'III',
  scope: [street],
  basis,
  reason: '暴雨预警',
  initiatingUnit: '区防指',
  deadlineRules: [{ categoryPrefix: '2', effect: 'shorten', hours: 4 }],
};

const activated = (over: object = {}): DecidedOf<'WartimeActivated'> => ({
  type: 'WartimeActivated',
  data: {
    activationId: 'flood',
    districtCode,
    hazard: 'flood-typhoon',
    level: 'III',
    scope: [street],
    basis,
    reason: '暴雨预警',
    initiatingUnit: '区防指',
    deadlineRules: command.deadlineRules,
    checkInMinutes: 120,
    requestedBy: 'wang',
    ...over,
  },
});
const requested = (over: object = {}): WartimeDecided => ({
  type: 'ActivationRequested',
  data: {
    ...activated({ level: 'II', checkInMinutes: 60 }).data,
    requestId: 'flood',
    requestedAccount: 'account-wang',
    expiresAt: '2026-07-02T01:00:00.000Z',
    ...over,
  },
});
const levelAsked: WartimeDecided = {
  type: 'LevelChangeRequested',
  data: {
    requestId: 'raise',
    activationId: 'flood',
    districtCode,
    level: 'I',
    checkInMinutes: 30,
    basis,
    reason: '汛情加重',
    requestedBy: 'wang',
    requestedAccount: 'account-wang',
    expiresAt: '2026-07-02T01:00:00.000Z',
  },
};
const scopeAsked: WartimeDecided = {
  type: 'ScopeChangeRequested',
  data: {
    requestId: 'widen',
    activationId: 'flood',
    districtCode,
    added: [other],
    basis,
    reason: '汛情扩大',
    requestedBy: 'wang',
    requestedAccount: 'account-wang',
    expiresAt: '2026-07-02T01:00:00.000Z',
  },
};
const stoodDown = (activationId = 'flood'): WartimeDecided => ({
  type: 'WartimeStoodDown',
  data: {
    activationId,
    districtCode,
    hazard: 'flood-typhoon',
    scope: [street],
    reason: '水退',
    openItems: [],
    stoodDownBy: 'wang',
  },
});
const declined: WartimeDecided = {
  type: 'ActivationDeclined',
  data: {
    requestId: 'flood',
    activationId: 'flood',
    districtCode,
    kind: 'activation',
    declinedBy: 'li',
    reason: '不必',
  },
};
const approved = (requestId: string, kind: string) => ({
  type: 'ActivationApproved',
  data: { requestId, activationId: 'flood', districtCode, kind, approvedBy: 'li', approvedAccount: 'account-li' },
});
const wartime = scenario(wartimeFold);

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
    wartime.given(entered).when(activateWartime, epidemic, asWang).thenLike({ type: 'WartimeActivated', data: {} }));
  it('is entered with reference and issuer', () =>
    wartime
      .given()
      .when(enterLegalBasis, law, asWang)
      .then(entered as never));
});

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
      .when(approveActivation, approve, { ...asLi, facts: { territories: [other] } })
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

describe('widening the scope', () => {
  const widen = { districtCode, activationId: 'flood', requestId: 'widen', added: [other], basis, reason: '汛情扩大' };

  it('asks a second person at every level', () =>
    wartime
      .given(activated({ level: 'IV' }))
      .when(widenScope, widen, asWang)
      .then(scopeAsked as never));
  it('takes effect when approved', () =>
    wartime
      .given(activated(), scopeAsked)
      .when(approveActivation, { districtCode, requestId: 'widen' }, asLi)
      .thenLike(approved('widen', 'scope'), {
        type: 'ScopeChanged',
        data: {
          scope: [street, other],
          added: [other],
          removed: [],
          cause: 'widened',
          deadlineRules: command.deadlineRules,
          approvedBy: 'li',
        },
      }));
  it('has nothing to do where the scope holds it already', () =>
    wartime
      .given(activated())
      .when(widenScope, { ...widen, added: [grid] }, asWang)
      .then());
  it('refuses ground of another activation of the hazard', () =>
    wartime
      .given(activated(), activated({ activationId: 'beside', scope: [other] }))
      .when(widenScope, widen, asWang)
      .thenRejected('wartime.overlapping-activation', { activationId: 'beside' }));
  it('is looked at again at approval', () =>
    wartime
      .given(activated(), scopeAsked, activated({ activationId: 'beside', scope: [other] }))
      .when(approveActivation, { districtCode, requestId: 'widen' }, asLi)
      .thenRejected('wartime.overlapping-activation'));
});

describe('narrowing the scope', () => {
  const narrow = { districtCode, activationId: 'flood', scope: [street], basis, reason: '水退', openItems: [] };
  const wide = activated({ scope: [street, other] });

  it('takes effect at once', () =>
    wartime
      .given(wide)
      .when(narrowScope, narrow, asWang)
      .thenLike({ type: 'ScopeChanged', data: { scope: [street], added: [], removed: [other], cause: 'narrowed' } }));
  it('names what does not remain whole', () =>
    wartime
      .given(wide)
      .when(narrowScope, { ...narrow, scope: [community, other] }, asWang)
      .thenLike({ type: 'ScopeChanged', data: { scope: [community, other], removed: [street] } }));
  it('refuses to leave what is open outside to nobody', () =>
    wartime
      .given(wide)
      .when(narrowScope, narrow, { ...asWang, facts: { ...facts, openGrids: [grid, `${other}001001`] } })
      .thenRejected('wartime.items-left-to-nobody', { count: 1, first: `${other}001001` }));
  it('refuses ground that was not in the scope', () =>
    wartime
      .given(wide)
      .when(narrowScope, { ...narrow, scope: ['320113003'] }, asWang)
      .thenRejected('wartime.not-in-scope'));
  it('has nothing to do where nothing goes out', () =>
    wartime
      .given(wide)
      .when(narrowScope, { ...narrow, scope: [street, other, grid] }, asWang)
      .then());
});

describe('grids that are split, merged or given over', () => {
  const successor = `${community}009`;
  const replace = { districtCode, replaced: [grid], successors: [successor] };

  it('stay in a scope that names them', () =>
    wartime
      .given(activated({ scope: [grid] }))
      .when(replaceGridsInScope, replace, asWang)
      .thenLike({
        type: 'ScopeChanged',
        data: { scope: [grid, successor], added: [successor], removed: [], cause: 'grids-replaced' },
      }));
  it('need nothing where the scope holds their community', () =>
    wartime.given(activated()).when(replaceGridsInScope, replace, asWang).then());
  it('need nothing where no scope held them', () =>
    wartime
      .given(activated({ scope: [other] }))
      .when(replaceGridsInScope, replace, asWang)
      .then());
  it('go to the graver of two activations that meet in them', () =>
    wartime
      .given(
        activated({ scope: [grid], level: 'IV' }),
        activated({ activationId: 'graver', scope: [`${community}002`] }),
      )
      .when(replaceGridsInScope, { ...replace, replaced: [grid, `${community}002`] }, asWang)
      .thenLike({ type: 'ScopeChanged', data: { activationId: 'graver', added: [successor] } }));
});

describe('standing down', () => {
  const down = { districtCode, activationId: 'flood', reason: '水退', openItems: [] };
  const open = { ...asWang, facts: { ...facts, openGrids: [grid, `${street}002001`] } };

  it('ends the activation', () =>
    wartime
      .given(activated())
      .when(standDown, down, asWang)
      .then(stoodDown() as never));
  it('refuses while something open would be left to nobody', () =>
    wartime
      .given(activated())
      .when(standDown, { ...down, openItems: [{ kind: 'mobilisation', id: grid, handedTo: '街道值班室' }] }, open)
      .thenRejected('wartime.items-left-to-nobody', { count: 1, first: `${street}002001` }));
  it('writes down who has what, the closest handover first', () =>
    wartime
      .given(activated())
      .when(
        standDown,
        {
          ...down,
          openItems: [
            { kind: 'mobilisation', id: street, handedTo: '街道值班室' },
            { kind: 'mobilisation', id: grid, handedTo: '社区书记' },
          ],
        },
        open,
      )
      .thenLike({
        type: 'WartimeStoodDown',
        data: {
          openItems: [
            { kind: 'mobilisation', id: grid, handedTo: '社区书记' },
            { kind: 'mobilisation', id: `${street}002001`, handedTo: '街道值班室' },
          ],
        },
      }));
  it('lets requests to change it fall', () =>
    wartime
      .given(activated(), levelAsked, requested({ requestId: 'foreign', activationId: 'foreign' }))
      .when(standDown, down, asWang)
      .thenLike(
        { type: 'ActivationRequestLapsed', data: { requestId: 'raise', kind: 'level', cause: 'stood-down' } },
        { type: 'WartimeStoodDown', data: { activationId: 'flood' } },
      ));
  it('has nothing to do the second time', () =>
    wartime.given(activated(), stoodDown()).when(standDown, down, asWang).then());
  it('refuses an activation that is only asked for', () =>
    wartime.given(requested()).when(standDown, down, asWang).thenRejected('wartime.not-active'));
  it('refuses an actor without authority over the scope', () =>
    wartime
      .given(activated())
      .when(standDown, down, { ...asWang, facts: { ...facts, territories: [other] } })
      .thenRejected('wartime.outside-territory'));
  it('leaves nothing of it on', () =>
    expect(wartime.given(activated(), stoodDown()).state.activations.get('flood')).toEqual({
      status: 'ended',
      activationId: 'flood',
    }));
});
