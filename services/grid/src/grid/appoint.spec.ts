import { describe, it } from '@jest/globals';
import { code, communityCode, delineated, grids, joined, led, left } from '../../test/grids.ts';
import { appointGridLeader, appointGridMember, endGridAppointment, reviewGridLeader } from './appoint.decisions.ts';

describe('appointing in a grid', () => {
  const facts = { known: true, qualified: true };
  const lead = { gridCode: code(1), personId: 'wang' };
  const serve = { gridCode: code(1), personId: 'wang', kind: 'part-time' as const };

  it('appoints a leader who qualifies', () =>
    grids.given(delineated(1)).when(appointGridLeader, lead, { facts }).then(led(1, 'wang')));
  it('refuses a leader who holds no post that qualifies', () =>
    grids
      .given(delineated(1))
      .when(appointGridLeader, lead, { facts: { known: true, qualified: false } })
      .thenRejected('grid.leader-not-qualified', { personId: 'wang' }));
  it('refuses a second leader', () =>
    grids
      .given(delineated(1), led(1, 'li'))
      .when(appointGridLeader, lead, { facts })
      .thenRejected('grid.lead-already-appointed', { gridCode: code(1) }));
  it('has nothing to do where they lead it already', () =>
    grids.given(delineated(1), led(1, 'wang')).when(appointGridLeader, lead, { facts }).then());
  it('appoints another leader once the first was released', () =>
    grids
      .given(delineated(1), led(1, 'li'), left(1, 'li', 'leader', 'resigned'))
      .when(appointGridLeader, lead, { facts })
      .thenLike({ type: 'GridLeaderAppointed', data: { personId: 'wang' } }));
  it('ends the membership of a member who becomes leader', () =>
    grids
      .given(delineated(1), joined(1, 'wang'))
      .when(appointGridLeader, lead, { facts })
      .thenLike(left(1, 'wang', 'member', 'promoted'), { type: 'GridLeaderAppointed', data: { personId: 'wang' } }));
  it('appoints a member', () =>
    grids
      .given(delineated(1))
      .when(appointGridMember, serve, { facts })
      .then(joined(1, 'wang', 'part-time')));
  it('changes how a member serves', () =>
    grids
      .given(delineated(1), joined(1, 'wang', 'full-time'))
      .when(appointGridMember, serve, { facts })
      .then(joined(1, 'wang', 'part-time')));
  it('has nothing to do where a member serves so already', () =>
    grids
      .given(delineated(1), joined(1, 'wang', 'part-time'))
      .when(appointGridMember, serve, { facts })
      .then());
  it('refuses to make the leader a member', () =>
    grids
      .given(delineated(1), led(1, 'wang'))
      .when(appointGridMember, serve, { facts })
      .thenRejected('grid.leader-is-no-member'));
  it.each([
    ['a leader', appointGridLeader],
    ['a member', appointGridMember],
  ])('refuses %s whom nobody knows', (_, decide) =>
    grids
      .given(delineated(1))
      .when(decide as typeof appointGridMember, serve, { facts: { known: false, qualified: false } })
      .thenRejected('grid.unknown-person', { personId: 'wang' }),
  );
  it('refuses a grid that is no more', () =>
    grids
      .given(delineated(1), { type: 'GridRetired', data: { communityCode, gridCode: code(1), reason: '搬迁' } })
      .when(appointGridLeader, lead, { facts })
      .thenRejected('grid.ended', { status: 'retired' }));
  it('releases a leader', () =>
    grids
      .given(delineated(1), led(1, 'wang'))
      .when(endGridAppointment, { ...lead, reason: 'resigned' })
      .then(left(1, 'wang', 'leader', 'resigned')));
  it('releases a member', () =>
    grids
      .given(delineated(1), joined(1, 'wang'))
      .when(endGridAppointment, { ...lead, reason: 'other' })
      .then(left(1, 'wang', 'member', 'other')));
  it('refuses to release who is not appointed there', () =>
    grids
      .given(delineated(1), led(1, 'li'))
      .when(endGridAppointment, { ...lead, reason: 'other' })
      .thenRejected('grid.not-appointed'));
});

describe('reviewing who leads a grid', () => {
  const review = { gridCode: code(1), personId: 'wang' };
  const [unfit, fit] = [{ facts: { qualified: false } }, { facts: { qualified: true } }];

  it('releases a leader who holds no post any more that qualifies', () =>
    grids
      .given(delineated(1), led(1, 'wang'))
      .when(reviewGridLeader, review, unfit)
      .then(left(1, 'wang', 'leader', 'post-ended')));
  it('lets one lead on who holds another such post', () =>
    grids.given(delineated(1), led(1, 'wang')).when(reviewGridLeader, review, fit).then());
  it('leaves alone whoever leads it instead, and members', () => {
    grids.given(delineated(1), led(1, 'li'), joined(1, 'wang')).when(reviewGridLeader, review, unfit).then();
    grids.given(delineated(1)).when(reviewGridLeader, review, unfit).then();
  });
  it('has nothing to do once they were released, or in a grid that never was', () => {
    const released = left(1, 'wang', 'leader', 'post-ended');
    grids.given(delineated(1), led(1, 'wang'), released).when(reviewGridLeader, review, unfit).then();
    grids.given().when(reviewGridLeader, review, unfit).then();
  });
});
