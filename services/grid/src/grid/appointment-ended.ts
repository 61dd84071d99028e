import type { DecidedOf, GridAppointmentEnding, GridPost } from '@panshi/contracts';
import { regionOf } from '@panshi/kernel';

export const appointmentEnded = (
  gridCode: string,
  personId: string,
  post: GridPost,
  reason: GridAppointmentEnding,
): DecidedOf<'GridAppointmentEnded'> => ({
  type: 'GridAppointmentEnded',
  data: { communityCode: regionOf(gridCode, 'community'), gridCode, personId, post, reason },
});
