import { describe, expect, it } from '@jest/globals';
import {
  activated,
  asWang,
  districtCode,
  facts,
  grid,
  levelAsked,
  other,
  requested,
  stoodDown,
  street,
  wartime,
} from '../../test/wartime.ts';
import { standDown } from './stand-down.decisions.ts';

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
