import { AppointmentView, fieldsFrom, ListAppointments } from '@panshi/contracts';
import { answer, lyingIn, paging, whereAllowed } from '@panshi/service-kit';
import { type AppointmentDocument, appointmentsView } from '../views/appointments.view.ts';

const orders = { newest: { from: -1 }, oldest: { from: 1 }, region: { regionCode: 1 } } as const;

export const listAppointments = answer(ListAppointments, async (query, { views, principal }) => {
  const { orgId, personId, post, regionCode, status = 'running', sort = 'newest' } = query;
  const page = await views.of(appointmentsView).find({
    filter: {
      orgId,
      personId,
      post,
      status,
      ...whereAllowed(principal, 'organization.read', lyingIn('regionCode'), regionCode),
    },
    sort: orders[sort],
    ...paging(query, ['post']),
  });
  return { ...page, items: page.items.map(shown) };
});

const shown = (appointment: AppointmentDocument): AppointmentView =>
  fieldsFrom(AppointmentView, { ...appointment, appointmentId: appointment._id });
