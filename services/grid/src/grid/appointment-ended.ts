import type { DecidedOf, GridEndReason } from '@panshi/contracts';
import { regionOf } from '@panshi/kernel';

/** Why an appointment ends: as people say, or because the grid or the post changed. */
type Reason = GridEndReason | 'promoted' | 'merged' | 'retired' | 'post-ended';

export const appointmentEnded = (
  gridCode: string,
  personId: string,
  post: 'leader' | 'member',
  reason: Reason,
): DecidedOf<'GridAppointmentEnded'> => ({
  type: 'GridAppointmentEnded',
  data: { communityCode: regionOf(gridCode, 'community'), gridCode, personId, post, reason },
});
