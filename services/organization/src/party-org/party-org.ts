import type {
  AppointmentDecided,
  AppointmentEvent,
  PartyOrgDecided,
  PartyOrgEvent,
  PartyOrgKind,
  PostCode,
} from '@panshi/contracts';
import type { Decide, Fold, LocalDate, RegionCode } from '@panshi/kernel';
import { reject } from '../reject.ts';

/** One person in one post; it runs until it has an `until`. */
export interface Appointment {
  readonly personId: string;
  readonly post: PostCode;
  readonly from: LocalDate;
  readonly until?: LocalDate;
}

export interface FormedOrg {
  readonly status: 'formed';
  readonly orgId: string;
  readonly parentId?: string;
  readonly kind: PartyOrgKind;
  readonly name: string;
  readonly regionCode: RegionCode;
  /** By id, ended ones too. */
  readonly appointments: Readonly<Record<string, Appointment>>;
}

/**
 * A party organisation (党组织) and who holds its posts. Both are one stream: one secretary at a time, nobody appointed
 * to what is dissolved, and nobody left in office by a dissolution are invariants of an organisation, and of no more.
 */
export type PartyOrg =
  { readonly status: 'none' } | FormedOrg | (Omit<FormedOrg, 'status'> & { readonly status: 'dissolved' });

export const partyOrgFold: Fold<PartyOrg, PartyOrgEvent | AppointmentEvent> = {
  initial: { status: 'none' },
  evolve(org, { type, data }) {
    if (type === 'PartyOrgFormed') return { ...data, status: 'formed', kind: data.kind, appointments: {} };
    if (org.status === 'none') return org;
    switch (type) {
      case 'PartyOrgReorganised': {
        const { parentId, name, regionCode } = data;
        return { ...org, parentId, name, regionCode, kind: data.kind };
      }
      case 'PartyOrgDissolved':
        return { ...org, status: 'dissolved' };
      case 'AppointmentMade': {
        const { appointmentId, personId, from } = data;
        return appointed(org, appointmentId, { personId, post: data.post, from });
      }
      case 'AppointmentEnded': {
        const running = org.appointments[data.appointmentId];
        return running ? appointed(org, data.appointmentId, { ...running, until: data.until }) : org;
      }
    }
  },
};

const appointed = <Org extends Exclude<PartyOrg, { status: 'none' }>>(
  org: Org,
  id: string,
  appointment: Appointment,
): Org => ({
  ...org,
  appointments: { ...org.appointments, [id]: appointment },
});

/** The appointments that run, with their ids, in the order they were made. */
export const running = (org: Pick<FormedOrg, 'appointments'>): readonly (readonly [id: string, Appointment])[] =>
  Object.entries(org.appointments).filter(([, { until }]) => until === undefined);

/** @throws {Rejection} `party-org.unknown`, `party-org.dissolved` */
export const formed = (org: PartyOrg, orgId: string): FormedOrg => {
  if (org.status === 'none') return reject('party-org.unknown', { orgId });
  if (org.status === 'dissolved') return reject('party-org.dissolved', { orgId });
  return org;
};

/** A rule of a party organisation and its posts. */
export type DecidePartyOrg<Command, Facts = unknown> = Decide<
  PartyOrg,
  Command,
  PartyOrgDecided | AppointmentDecided,
  Facts
>;
