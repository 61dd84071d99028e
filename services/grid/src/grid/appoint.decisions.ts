import type { AppointGridLeader, AppointGridMember, EndGridAppointment, ReviewGridLeader } from '@panshi/contracts';
import { regionOf } from '@panshi/kernel';
import type { Candidate, Standing } from '../candidate.ts';
import type { DecideGrids } from '../community-grids/community-grids.ts';
import { reject } from '../reject.ts';
import { appointmentEnded } from './appointment-ended.ts';
import { activeGrid } from './known-grids.ts';

/** One leader a grid, and only a party organisation's team member, a party group's leader or a party-member backbone. */
export const appointGridLeader: DecideGrids<AppointGridLeader, Candidate> = (
  grids,
  { gridCode, personId },
  { facts },
) => {
  const grid = activeGrid(grids, gridCode);
  if (grid.leaderId === personId) return [];
  if (grid.leaderId !== undefined) reject('grid.lead-already-appointed', { gridCode });
  if (!facts.known) reject('grid.unknown-person', { personId });
  if (!facts.qualified) reject('grid.leader-not-qualified', { personId });
  const communityCode = regionOf(gridCode, 'community');
  return [
    ...(grid.members.has(personId) ? [appointmentEnded(gridCode, personId, 'member', 'promoted')] : []),
    { type: 'GridLeaderAppointed', data: { communityCode, gridCode, personId } },
  ];
};

/** A member serves once in a grid; appointing one again changes how they serve. */
export const appointGridMember: DecideGrids<AppointGridMember, Candidate> = (
  grids,
  { gridCode, personId, kind },
  { facts },
) => {
  const grid = activeGrid(grids, gridCode);
  if (grid.leaderId === personId) reject('grid.leader-is-no-member', { gridCode, personId });
  if (grid.members.get(personId) === kind) return [];
  if (!facts.known) reject('grid.unknown-person', { personId });
  const communityCode = regionOf(gridCode, 'community');
  return [{ type: 'GridMemberAppointed', data: { communityCode, gridCode, personId, kind } }];
};

/** Releases a leader who no longer qualifies. Nothing happens where the person does not lead the grid. */
export const reviewGridLeader: DecideGrids<ReviewGridLeader, Standing> = (grids, { gridCode, personId }, { facts }) => {
  const grid = grids.get(gridCode);
  if (grid?.status !== 'active' || grid.leaderId !== personId || facts.qualified) return [];
  return [appointmentEnded(gridCode, personId, 'leader', 'post-ended')];
};

/** Releases who leads or serves in the grid. */
export const endGridAppointment: DecideGrids<EndGridAppointment> = (grids, { gridCode, personId, reason }) => {
  const grid = activeGrid(grids, gridCode);
  if (grid.leaderId === personId) return [appointmentEnded(gridCode, personId, 'leader', reason)];
  if (grid.members.has(personId)) return [appointmentEnded(gridCode, personId, 'member', reason)];
  return reject('grid.not-appointed', { gridCode, personId });
};
