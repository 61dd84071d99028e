import { describe, it } from '@jest/globals';
import {
  activated,
  approved,
  asLi,
  asWang,
  basis,
  command,
  community,
  districtCode,
  facts,
  grid,
  other,
  scopeAsked,
  street,
  wartime,
} from '../../test/wartime.ts';
import { approveActivation } from './approve.decisions.ts';
import { replaceGridsInScope, widenScope } from './change-scope.decisions.ts';
import { narrowScope } from './narrow-scope.decisions.ts';

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
