import { type AppointmentEventType, appointmentEventTypes, AppointmentView } from '@panshi/contracts';
import { defineView, type ViewDocument, viewSchema } from '@panshi/read-model';

/** One appointment, for as long as the log lasts. */
export interface AppointmentDocument extends ViewDocument, Omit<AppointmentView, 'appointmentId'> {}

const schema = viewSchema(AppointmentView, {}, ['appointmentId']);
schema.index({ orgId: 1 });
schema.index({ personId: 1 });
schema.index({ post: 1 });
schema.index({ regionCode: 1 });

export const appointmentsView = defineView<AppointmentDocument, AppointmentEventType | 'PartyOrgReorganised'>({
  name: 'appointments',
  version: 1,
  schema,
  from: [...appointmentEventTypes, 'PartyOrgReorganised'],
  keys: ({ type, data }) =>
    type === 'PartyOrgReorganised' ? data.appointments.map((each) => each.appointmentId) : [data.appointmentId],
  evolve(appointment, { type, data }, _id) {
    if (type === 'AppointmentMade') {
      const { orgId, personId, post, regionCode, from } = data;
      return { _id, orgId, personId, post, regionCode, status: 'running', from };
    }
    if (!appointment) return undefined;
    if (type === 'PartyOrgReorganised') return { ...appointment, regionCode: data.regionCode };
    return { ...appointment, status: 'ended', until: data.until, reason: data.reason };
  },
});
