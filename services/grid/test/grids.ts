import type { DecidedOf, GridEvent, GridAppointmentEnding, GridMemberKind, GridPost } from '@panshi/contracts';
import { scenario } from '@panshi/testing';
import { gridFold } from '../src/community-grids/community-grids.ts';
import { rectangle } from './rings.ts';

export const communityCode = '320113001001';
export const code = (sequence: number): string => `${communityCode}${String(sequence).padStart(3, '0')}`;
export const [west, east] = [rectangle(0, 0, 4, 8), rectangle(4, 0, 8, 8)];

export const delineated = (sequence: number, outline = west): GridEvent => ({
  type: 'GridDelineated',
  data: { gridCode: code(sequence), communityCode, name: `第${sequence}网格`, kind: 'comprehensive', ring: outline },
});
export const led = (sequence: number, personId: string): DecidedOf<'GridLeaderAppointed'> => ({
  type: 'GridLeaderAppointed',
  data: { communityCode, gridCode: code(sequence), personId },
});
export const joined = (
  sequence: number,
  personId: string,
  kind: GridMemberKind = 'full-time',
): DecidedOf<'GridMemberAppointed'> => ({
  type: 'GridMemberAppointed',
  data: { communityCode, gridCode: code(sequence), personId, kind },
});
export const left = (
  sequence: number,
  personId: string,
  post: GridPost,
  reason: GridAppointmentEnding,
): DecidedOf<'GridAppointmentEnded'> => ({
  type: 'GridAppointmentEnded',
  data: { communityCode, gridCode: code(sequence), personId, post, reason },
});
export const two = [delineated(1, west), delineated(2, east)];
export const grids = scenario(gridFold);
