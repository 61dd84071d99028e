import type { AppointToPost, EndAppointment, PostCode } from '@panshi/contracts';
import { posts } from '@panshi/contracts';
import { chinaDay, type LocalDate } from '@panshi/kernel';
import { reject } from '../reject.ts';
import { type DecidePartyOrg, formed, type FormedOrg, running } from './party-org.ts';

export interface AppointmentFacts {
  /** The person's standing, where such a person is registered. */
  readonly person?: { readonly partyMember: boolean; readonly serving: boolean };
  /** Whether the id the client gave is that of an appointment already, in whatever organisation. */
  readonly idKnown: boolean;
}

export const appointToPost: DecidePartyOrg<AppointToPost, AppointmentFacts> = (
  state,
  { appointmentId: given, orgId, personId, post, from },
  { now, facts, newId },
) => {
  const org = formed(state, orgId);
  const appointmentId = given ?? newId('appointmentId');
  if (facts.idKnown || org.appointments[appointmentId]) reject('appointment.exists', { appointmentId });
  if (!posts[post].kinds.includes(org.kind)) reject('appointment.post-not-in-kind', { post, kind: org.kind });
  checkPerson(personId, facts.person);
  checkVacancy(org, personId, post);
  const today = chinaDay(now);
  if (from > today) reject('appointment.starts-in-future', { from, today });
  return [
    { type: 'AppointmentMade', data: { appointmentId, personId, orgId, post, regionCode: org.regionCode, from } },
  ];
};

const checkPerson = (personId: string, person: AppointmentFacts['person']): void => {
  if (!person) return reject('appointment.unknown-person', { personId });
  if (!person.serving) reject('appointment.person-has-left', { personId });
  if (!person.partyMember) reject('appointment.not-a-party-member', { personId });
};

const checkVacancy = (org: FormedOrg, personId: string, post: PostCode): void => {
  for (const [appointmentId, holder] of running(org)) {
    if (holder.post !== post) continue;
    if (holder.personId === personId) reject('appointment.already-held', { post, appointmentId });
    if (posts[post].single) reject('appointment.post-taken', { post, appointmentId });
  }
};

export const endAppointment: DecidePartyOrg<EndAppointment> = (
  org,
  { orgId, appointmentId, reason, until: given },
  { now },
) => {
  if (org.status === 'none') return reject('party-org.unknown', { orgId });
  const appointment = org.appointments[appointmentId];
  if (!appointment) return reject('appointment.unknown', { appointmentId });
  if (appointment.until) return [];
  const today = chinaDay(now);
  const until = given ?? today;
  checkEnd(appointment.from, until, today);
  const { personId, post } = appointment;
  const data = { appointmentId, personId, orgId, post, regionCode: org.regionCode, until, reason };
  return [{ type: 'AppointmentEnded', data }];
};

const checkEnd = (from: LocalDate, until: LocalDate, today: LocalDate): void => {
  if (until > today) reject('appointment.ends-in-future', { until, today });
  if (until < from) reject('appointment.ends-before-start', { until, from });
};
