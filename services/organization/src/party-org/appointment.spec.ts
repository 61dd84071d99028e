import { describe, it } from '@jest/globals';
import { scenario } from '@panshi/testing';
import { appointToPost, endAppointment } from './appointment.decisions.ts';
import { chain, dissolved, ended, formed, type History, made } from '../../test/party-orgs.ts';
import { partyOrgFold } from './party-org.ts';

const org = scenario(partyOrgFold);
const [, , community] = chain;
const member = { person: { partyMember: true, serving: true }, idKnown: false };
const today = '2026-03-02';

describe('appointing to a post', () => {
  const command = { orgId: 'community', personId: 'person-1', post: 'secretary', from: '2026-03-01' } as const;
  const appoint = (over: object, ...given: History) =>
    org.given(...given).when(appointToPost, { ...command, ...over }, { facts: member });

  it('records person, organisation, post and place', () =>
    appoint({ appointmentId: 'a-1' }, community).then({
      type: 'AppointmentMade',
      data: { ...command, appointmentId: 'a-1', regionCode: '320113001001' },
    }));

  it('takes an id from the command where none was given', () =>
    appoint({}, community).thenLike({ type: 'AppointmentMade', data: { appointmentId: 'appointmentId-1' } }));

  it('is refused under the id of an appointment there is, here or in another organisation', () => {
    appoint({ appointmentId: 'a-1', post: 'party-backbone' }, community, made('a-1', 'secretary')).thenRejected(
      'appointment.exists',
    );
    org
      .given(community)
      .when(appointToPost, { ...command, appointmentId: 'a-1' }, { facts: { ...member, idKnown: true } })
      .thenRejected('appointment.exists', { appointmentId: 'a-1' });
  });

  it('is refused to a post its kind of organisation has not', () =>
    appoint({ post: 'standing-committee-member' }, community).thenRejected('appointment.post-not-in-kind', {
      post: 'standing-committee-member',
      kind: 'community-committee',
    }));

  it('is refused for a person unknown, gone, or outside the Party', () => {
    const person = (facts: { partyMember: boolean; serving: boolean } | undefined) =>
      org.given(community).when(appointToPost, command, { facts: { person: facts, idKnown: false } });
    person(undefined).thenRejected('appointment.unknown-person', { personId: 'person-1' });
    person({ partyMember: true, serving: false }).thenRejected('appointment.person-has-left');
    person({ partyMember: false, serving: true }).thenRejected('appointment.not-a-party-member');
  });

  it('gives an organisation one secretary at a time', () => {
    const other = made('a-1', 'secretary', 'person-2');
    appoint({}, community, other).thenRejected('appointment.post-taken', { appointmentId: 'a-1' });
    appoint({}, community, other, ended('a-1', 'secretary', 'person-2')).thenLike({
      type: 'AppointmentMade',
      data: { personId: 'person-1' },
    });
  });

  it('gives a party group one leader at a time', () =>
    appoint(
      { orgId: 'group', post: 'party-group-leader' },
      formed('group', 'party-group', '320113001001', 'community'),
      made('a-1', 'party-group-leader', 'person-2', 'group'),
    ).thenRejected('appointment.post-taken'));

  it('lets several be deputy secretary, but nobody twice', () => {
    const post = 'deputy-secretary';
    appoint({ post }, community, made('a-1', post, 'person-2')).thenLike({ type: 'AppointmentMade', data: { post } });
    appoint({ post }, community, made('a-1', post)).thenRejected('appointment.already-held', { appointmentId: 'a-1' });
  });

  it('lets one person hold two posts', () =>
    appoint({ post: 'party-backbone' }, community, made('a-1', 'secretary')).thenLike({
      type: 'AppointmentMade',
      data: { post: 'party-backbone' },
    }));

  it('starts today in China at the latest, which late in the evening UTC is tomorrow', () => {
    appoint({ from: today }, community).thenLike({ type: 'AppointmentMade', data: { from: today } });
    appoint({ from: '2026-03-03' }, community).thenRejected('appointment.starts-in-future', { today });
    org
      .given(community)
      .when(appointToPost, { ...command, from: '2026-03-03' }, { facts: member, now: '2026-03-02T16:00:00.000Z' })
      .thenLike({ type: 'AppointmentMade', data: { from: '2026-03-03' } });
  });

  it('is refused in what does not exist, or no longer', () => {
    appoint({}).thenRejected('party-org.unknown');
    appoint({}, community, dissolved('community')).thenRejected('party-org.dissolved');
  });
});

describe('ending an appointment', () => {
  const command = { orgId: 'community', appointmentId: 'a-1', reason: 'transfer' } as const;
  const end = (over: object, ...given: History) => org.given(...given).when(endAppointment, { ...command, ...over });

  it('records whose post, until when and why; today unless told', () =>
    end({}, community, made('a-1', 'secretary')).then({
      type: 'AppointmentEnded',
      data: {
        ...command,
        personId: 'person-1',
        post: 'secretary',
        regionCode: '320113001001',
        until: today,
      },
    }));

  it('may be entered late, back to the first day in the post', () => {
    end({ until: '2026-01-01' }, community, made('a-1', 'secretary')).thenLike({
      type: 'AppointmentEnded',
      data: { until: '2026-01-01' },
    });
    end({ until: '2025-12-31' }, community, made('a-1', 'secretary')).thenRejected('appointment.ends-before-start', {
      from: '2026-01-01',
    });
  });

  it('is not entered before the day', () =>
    end({ until: '2026-03-03' }, community, made('a-1', 'secretary')).thenRejected('appointment.ends-in-future'));

  it('does nothing a second time, nor after the organisation was dissolved', () => {
    const history = [community, made('a-1', 'secretary'), ended('a-1', 'secretary')] as const;
    end({}, ...history).then();
    end({}, ...history, dissolved('community')).then();
  });

  it('is refused for an appointment or organisation there is not', () => {
    end({}, community).thenRejected('appointment.unknown', { appointmentId: 'a-1' });
    end({}).thenRejected('party-org.unknown');
  });
});
