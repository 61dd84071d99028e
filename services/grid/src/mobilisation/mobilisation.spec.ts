import { describe, expect, it } from '@jest/globals';
import type { MobilisationDecided } from '@panshi/contracts';
import { foldAll, Rejection } from '@panshi/kernel';
import { scenario, testContext } from '@panshi/testing';
import fc from 'fast-check';
import { checkIn, demobiliseGrid, missCheckIn, mobiliseGrid } from './mobilisation.decisions.ts';
import { mobilisationFold } from './mobilisation.ts';

const which = { activationId: 'flood', gridCode: '320113001001001' };
const order = { ...which, hazard: 'flood-typhoon', level: 'II', checkInMinutes: 60 } as const;
const [now, dueAt, later] = ['2026-07-01T19:00:00.000Z', '2026-07-01T20:00:00.000Z', '2026-07-01T20:00:00.001Z'];
const crew = { leaderId: 'wang', memberIds: ['li'] };
const as = (person: string) => ({ account: '', person, post: '' });

const mobilised: MobilisationDecided = {
  type: 'GridMobilised',
  data: { ...which, hazard: 'flood-typhoon', level: 'II', dueAt },
};
const checkedIn: MobilisationDecided = {
  type: 'GridCheckedIn',
  data: { ...which, personId: 'wang', late: false, recordedBy: 'wang' },
};
const missed: MobilisationDecided = { type: 'CheckInMissed', data: { ...which, dueAt } };
const released: MobilisationDecided = { type: 'GridDemobilised', data: { ...which, cause: 'stood-down' } };
const mobilisation = scenario(mobilisationFold);

describe('ordering a grid out', () => {
  it('says by when to check in, in natural minutes', () =>
    mobilisation
      .given()
      .when(mobiliseGrid, order, { now })
      .then(mobilised as never));
  it.each([
    ['is out', [mobilised]],
    ['has checked in', [mobilised, checkedIn]],
    ['has missed it', [mobilised, missed]],
  ])('has nothing to do where it %s', (_, given) =>
    mobilisation
      .given(...given)
      .when(mobiliseGrid, order, { now })
      .then(),
  );
  it('orders it anew once it was released', () =>
    mobilisation
      .given(mobilised, released)
      .when(mobiliseGrid, order, { now })
      .then(mobilised as never));
});

describe('checking in', () => {
  it('takes the leader', () =>
    mobilisation
      .given(mobilised)
      .when(checkIn, which, { facts: crew, actor: as('wang'), now: dueAt })
      .then(checkedIn as never));
  it('is late after the time due', () =>
    mobilisation
      .given(mobilised, missed)
      .when(checkIn, which, { facts: crew, actor: as('wang'), now: later })
      .thenLike({ type: 'GridCheckedIn', data: { late: true } }));
  it('lets a colleague record it for the leader, and says so', () =>
    mobilisation
      .given(mobilised)
      .when(
        checkIn,
        { ...which, onBehalfOf: 'wang', onBehalfReason: 'telephoned' },
        { facts: crew, actor: as('zhao'), now },
      )
      .thenLike({
        type: 'GridCheckedIn',
        data: { personId: 'wang', recordedBy: 'zhao', onBehalfReason: 'telephoned' },
      }));
  it('is recorded on behalf of somebody else, never of oneself', () =>
    mobilisation
      .given(mobilised)
      .when(
        checkIn,
        { ...which, onBehalfOf: 'wang', onBehalfReason: 'telephoned' },
        { facts: crew, actor: as('wang'), now },
      )
      .thenRejected('mobilisation.on-behalf-of-oneself'));
  it('refuses anybody else, members included', () =>
    mobilisation
      .given(mobilised)
      .when(checkIn, which, { facts: crew, actor: as('li'), now })
      .thenRejected('mobilisation.not-the-leader'));
  it('takes a member where the grid has no leader', () =>
    mobilisation
      .given(mobilised)
      .when(checkIn, which, { facts: { memberIds: ['li'] }, actor: as('li'), now })
      .thenLike({ type: 'GridCheckedIn', data: { personId: 'li' } }));
  it('has nothing to do the second time', () =>
    mobilisation
      .given(mobilised, checkedIn)
      .when(checkIn, which, { facts: crew, actor: as('wang'), now: later })
      .then());
  it('refuses a grid that was not ordered out', () =>
    mobilisation
      .given()
      .when(checkIn, which, { facts: crew, actor: as('wang') })
      .thenRejected('mobilisation.not-mobilised'));
  it('refuses a grid that was released', () =>
    mobilisation
      .given(mobilised, released)
      .when(checkIn, which, { facts: crew, actor: as('wang') })
      .thenRejected('mobilisation.released'));
});

describe('a check-in that nobody made', () => {
  it('is recorded once the time is over', () =>
    mobilisation
      .given(mobilised)
      .when(missCheckIn, which, { now: later })
      .then(missed as never));
  it('is not recorded before', () =>
    mobilisation
      .given(mobilised)
      .when(missCheckIn, which, { now: dueAt })
      .thenRejected('mobilisation.not-due', { dueAt }));
  it.each([
    ['has checked in', [mobilised, checkedIn]],
    ['has missed it already', [mobilised, missed]],
    ['was released', [mobilised, released]],
    ['was never ordered out', []],
  ])('is not recorded of a grid that %s', (_, given) =>
    mobilisation
      .given(...given)
      .when(missCheckIn, which, { now: later })
      .then(),
  );
});

describe('releasing a grid', () => {
  it.each([
    ['is out', [mobilised]],
    ['has checked in', [mobilised, checkedIn]],
    ['has missed it', [mobilised, missed]],
  ])('releases one that %s', (_, given) =>
    mobilisation
      .given(...given)
      .when(demobiliseGrid, { ...which, cause: 'stood-down' })
      .then(released as never),
  );
  it.each([
    ['was released', [mobilised, released]],
    ['was never ordered out', []],
  ])('has nothing to do with one that %s', (_, given) =>
    mobilisation
      .given(...given)
      .when(demobiliseGrid, { ...which, cause: 'stood-down' })
      .then(),
  );
});

describe('any sequence of orders, check-ins and releases', () => {
  const acts = fc.array(fc.record({ act: fc.constantFrom('order', 'check', 'miss', 'release'), wait: fc.nat(50) }), {
    maxLength: 30,
  });
  const decide = (
    state: typeof mobilisationFold.initial,
    act: string,
    minute: number,
  ): readonly MobilisationDecided[] => {
    const context = testContext({
      now: new Date(Date.parse(now) + minute * 60_000).toISOString(),
      actor: as('wang'),
      facts: crew,
    });
    const plain = context as never;
    if (act === 'order') return mobiliseGrid(state, order, plain);
    if (act === 'check') return checkIn(state, which, context);
    if (act === 'miss') return missCheckIn(state, which, plain);
    return demobiliseGrid(state, { ...which, cause: 'stood-down' }, plain);
  };

  it('checks in at most once an order, misses only what is over, and is late just when it was', () =>
    fc.assert(
      fc.property(acts, (steps) => {
        let [state, minute, checkIns, orders, due] = [mobilisationFold.initial, 0, 0, 0, ''];
        for (const { act, wait } of steps) {
          minute += wait;
          const time = new Date(Date.parse(now) + minute * 60_000).toISOString();
          let events: readonly MobilisationDecided[] = [];
          try {
            events = decide(state, act, minute);
          } catch (error) {
            expect(error).toBeInstanceOf(Rejection);
          }
          state = foldAll(mobilisationFold, events, state);
          for (const { type, data } of events) {
            if (type === 'GridMobilised') [orders, due] = [orders + 1, data.dueAt];
            if (type === 'GridCheckedIn') expect([++checkIns <= orders, data.late]).toEqual([true, time > due]);
            if (type === 'CheckInMissed') expect(time > due).toBe(true);
          }
        }
      }),
    ));
});
