import type { CheckIn, DemobiliseGrid, MissCheckIn, MobiliseGrid } from '@panshi/contracts';
import { reject } from '../reject.ts';
import type { DecideMobilisation } from './mobilisation.ts';

/** Orders a grid out; one that is out already stays so, one that was released is ordered anew. */
export const mobiliseGrid: DecideMobilisation<MobiliseGrid> = (
  { status },
  { activationId, gridCode, hazard, level, checkInMinutes },
  { now },
) => {
  if (status !== 'idle' && status !== 'released') return [];
  const dueAt = new Date(Date.parse(now) + checkInMinutes * 60_000).toISOString();
  return [{ type: 'GridMobilised', data: { activationId, gridCode, hazard, level, dueAt } }];
};

/** Who serves in the grid at the moment. */
export interface Crew {
  readonly leaderId?: string;
  readonly memberIds: readonly string[];
}

/**
 * Checks the leader in, or a member where there is no leader; a colleague may record it for them. A late check-in is
 * taken too.
 */
export const checkIn: DecideMobilisation<CheckIn, Crew> = (
  mobilisation,
  { activationId, gridCode, onBehalfOf, onBehalfReason },
  { facts, actor, now },
) => {
  if (mobilisation.status === 'idle') reject('mobilisation.not-mobilised', { gridCode });
  if (mobilisation.status === 'released') reject('mobilisation.released', { gridCode });
  if (onBehalfOf === actor.person) reject('mobilisation.on-behalf-of-oneself');
  const personId = onBehalfOf ?? actor.person;
  const entitled = facts.leaderId === undefined ? facts.memberIds.includes(personId) : facts.leaderId === personId;
  if (!entitled) reject('mobilisation.not-the-leader', { gridCode });
  if (mobilisation.status !== 'ordered' && mobilisation.status !== 'missed') return [];
  const late = now > mobilisation.dueAt;
  const data = { activationId, gridCode, personId, late, recordedBy: actor.person, onBehalfReason };
  return [{ type: 'GridCheckedIn', data }];
};

/** Records that nobody checked in, once the time is over. */
export const missCheckIn: DecideMobilisation<MissCheckIn> = (mobilisation, { activationId, gridCode }, { now }) => {
  if (mobilisation.status !== 'ordered') return [];
  const { dueAt } = mobilisation;
  if (now <= dueAt) reject('mobilisation.not-due', { gridCode, dueAt });
  return [{ type: 'CheckInMissed', data: { activationId, gridCode, dueAt } }];
};

/** Releases a grid that is out. */
export const demobiliseGrid: DecideMobilisation<DemobiliseGrid> = ({ status }, { activationId, gridCode, cause }) =>
  status === 'idle' || status === 'released'
    ? []
    : [{ type: 'GridDemobilised', data: { activationId, gridCode, cause } }];
