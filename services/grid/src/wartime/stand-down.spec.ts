import { describe, expect, it } from '@jest/globals';
import type { WartimeDecided } from '@panshi/contracts';
import {
  activated,
  asLi,
  asWang,
  community,
  districtCode,
  facts,
  grid,
  levelAsked,
  now,
  other,
  requested,
  stoodDown,
  street,
  wartime,
} from '../../test/wartime.ts';
import { approveActivation } from './approve.decisions.ts';
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
      .when(standDown, { ...down, openItems: [{ kind: 'mobilisation', id: grid, handedTo: street }] }, open)
      .thenRejected('wartime.items-left-to-nobody', { count: 1, first: `${street}002001` }));
  it('writes down who has what, the closest handover first', () =>
    wartime
      .given(activated())
      .when(
        standDown,
        {
          ...down,
          openItems: [
            { kind: 'mobilisation', id: street, handedTo: street },
            { kind: 'mobilisation', id: grid, handedTo: community },
          ],
        },
        open,
      )
      .thenLike({
        type: 'WartimeStoodDown',
        data: {
          openItems: [
            { kind: 'mobilisation', id: grid, handedTo: community },
            { kind: 'mobilisation', id: `${street}002001`, handedTo: street },
          ],
        },
      }));
  it('refuses a taker that nobody knows', () =>
    wartime
      .given(activated())
      .when(standDown, down, { ...asWang, facts: { ...facts, unknownTakers: ['NOBODY'] } })
      .thenRejected('wartime.unknown-taker', { handedTo: 'NOBODY' }));
  it.each([
    ['a grid of another street', `${other}001001`, []],
    ['another street', other, []],
    ['a code that never was one', `${community}026`, [`${community}026`]],
  ])('refuses to hand over %s, and names it', (_, id, unknownPlaces) => {
    const openItems = [street, grid, id].map((each) => ({ kind: 'mobilisation' as const, id: each, handedTo: street }));
    wartime
      .given(activated())
      .when(standDown, { ...down, openItems }, { ...open, facts: { ...open.facts, unknownPlaces } })
      .thenRejected('wartime.handed-over-elsewhere', { region: id });
  });
  it('takes what is no longer open, or a grid no longer, and what holds more than the scope', () => {
    const openItems = [districtCode, `${community}009`, grid].map((id) => ({
      kind: 'mobilisation' as const,
      id,
      handedTo: street,
    }));
    wartime
      .given(activated())
      .when(standDown, { ...down, openItems }, asWang)
      .then(stoodDown() as never);
  });
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
  it('demands a taker for every grid in scope, and for none outside it', () => {
    const outside = { ...asWang, facts: { ...facts, openGrids: [`${other}001001`] } };
    wartime
      .given(activated())
      .when(standDown, down, outside)
      .then(stoodDown() as never);
  });
  it('leaves nothing of it on', () =>
    expect(wartime.given(activated(), stoodDown()).state.activations.get('flood')).toEqual({
      status: 'ended',
      activationId: 'flood',
    }));
});

describe('standing down what is at level Ⅰ or Ⅱ, or was once', () => {
  const down = { districtCode, activationId: 'flood', requestId: 'down', reason: '水退', openItems: [] };
  const graver = { type: 'LevelChanged', data: { ...activated().data, from: 'III', level: 'I' } } as WartimeDecided;
  const lower = { type: 'LevelChanged', data: { ...activated().data, from: 'II', level: 'IV' } } as WartimeDecided;
  const asked: WartimeDecided = {
    type: 'StandDownRequested',
    data: {
      ...down,
      scope: [street],
      requestedBy: 'wang',
      requestedAccount: 'account-wang',
      requestedAt: now,
      expiresAt: '2026-07-02T01:00:00.000Z',
    },
  };
  const approve = { districtCode, requestId: 'down' };

  it.each([
    ['at Ⅱ', [activated({ level: 'II' })]],
    ['raised to Ⅰ', [activated(), graver]],
    ['lowered to Ⅳ since', [activated({ level: 'II' }), lower]],
  ])('asks a second person: %s', (_, events) =>
    wartime
      .given(...events)
      .when(standDown, down, asWang)
      .then(asked as never),
  );

  it('asks once', () =>
    wartime
      .given(activated({ level: 'II' }), asked)
      .when(standDown, { ...down, requestId: 'again' }, asWang)
      .thenRejected('wartime.request-pending', { requestId: 'down' }));

  it('ends it when another person approves', () => {
    const given = [activated({ level: 'II' }), asked, levelAsked];
    wartime
      .given(...given)
      .when(approveActivation, approve, asWang)
      .thenRejected('wartime.own-request');
    wartime
      .given(...given)
      .when(approveActivation, approve, asLi)
      .thenLike(
        { type: 'ActivationApproved', data: { kind: 'stand-down' } },
        { type: 'ActivationRequestLapsed', data: { requestId: 'raise', cause: 'stood-down' } },
        { type: 'WartimeStoodDown', data: { stoodDownBy: 'wang', approvedBy: 'li' } },
      );
  });

  it('demands a taker for what is open at its approval', () =>
    wartime
      .given(activated({ level: 'II' }), asked)
      .when(approveActivation, approve, { ...asLi, facts: { ...facts, openGrids: [grid] } })
      .thenRejected('wartime.items-left-to-nobody', { first: grid }));
});
