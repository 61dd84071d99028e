import type { PostCode } from '@panshi/contracts';
import { defineView, type ViewDocument } from '@panshi/read-model';
import { Schema } from 'mongoose';

/** One appointment, for as long as the log lasts. */
export interface AppointmentDocument extends ViewDocument {
  readonly orgId: string;
  readonly personId: string;
  readonly post: PostCode;
  readonly regionCode: string;
  readonly status: 'running' | 'ended';
  readonly from: string;
  readonly until?: string;
  readonly reason?: string;
}

const schema = new Schema({
  _id: String,
  orgId: { type: String, index: true },
  personId: { type: String, index: true },
  post: { type: String, index: true },
  regionCode: { type: String, index: true },
  status: String,
  from: String,
  until: String,
  reason: String,
});

export const appointmentsView = defineView<
  AppointmentDocument,
  'AppointmentMade' | 'AppointmentEnded' | 'PartyOrgReorganised'
>({
  name: 'appointments',
  version: 1,
  schema,
  from: ['AppointmentMade', 'AppointmentEnded', 'PartyOrgReorganised'],
  keys: ({ type, data }) =>
    type === 'PartyOrgReorganised' ? data.appointments.map((each) => each.appointmentId) : [data.appointmentId],
  evolve(appointment, { type, data }, _id) {
    if (type === 'AppointmentMade') {
      const { orgId, personId, regionCode, from } = data;
      return { _id, orgId, personId, post: data.post as PostCode, regionCode, status: 'running', from };
    }
    if (!appointment) return undefined;
    if (type === 'PartyOrgReorganised') return { ...appointment, regionCode: data.regionCode };
    return { ...appointment, status: 'ended', until: data.until, reason: data.reason };
  },
});
