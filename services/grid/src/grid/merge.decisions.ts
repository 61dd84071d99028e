import type { DecidedOf, GridMemberKind, MergeGrids } from '@panshi/contracts';
import { unionOutline } from '@panshi/kernel';
import type { ActiveGrid, DecideGrids } from '../community-grids/community-grids.ts';
import { reject } from '../reject.ts';
import { appointmentEnded } from './appointment-ended.ts';
import { activeGrid, nextCodes, ringsOf } from './known-grids.ts';
import { soundRing } from './sound-ring.ts';

type Decided = DecidedOf<'GridAppointmentEnded' | 'GridsMerged'>;

/** Makes neighbours one. One of their leaders leads it, the other leaders are released, all members come along. */
export const mergeGrids: DecideGrids<MergeGrids> = (grids, command) => {
  const { communityCode, gridCodes, name } = command;
  const merging = gridCodes.map((code) => activeGrid(grids, code));
  const outline =
    unionOutline(ringsOf(merging)) ?? reject('grid.not-one-territory', { gridCodes: gridCodes.join(', ') });
  const leaderId = leaderOf(merging, command.leaderId);
  const members = [...membersOf(merging)].filter(([personId]) => personId !== leaderId);
  const merged = {
    gridCode: nextCodes(grids, communityCode, 1)[0]!,
    name,
    kind: command.kind ?? merging[0]!.kind,
    ring: soundRing(outline),
    ...(leaderId === undefined ? {} : { leaderId }),
    members: members.map(([personId, kind]) => ({ personId, kind })),
  };
  return [
    ...merging.flatMap((grid) => released(grid, leaderId)),
    { type: 'GridsMerged', data: { communityCode, gridCodes, merged } },
  ];
};

/** The leader chosen, or the only one there is; undefined where there is none. */
const leaderOf = (merging: readonly ActiveGrid[], chosen: string | undefined): string | undefined => {
  const leaders = new Set(merging.flatMap((grid) => grid.leaderId ?? []));
  if (chosen !== undefined && !leaders.has(chosen)) reject('grid.not-a-leader-of-these', { personId: chosen });
  if (chosen === undefined && leaders.size > 1) reject('grid.leader-to-be-chosen', { leaders: leaders.size });
  return chosen ?? [...leaders][0];
};

/** Every member once; who serves one of the grids full time does so in the merged one. */
const membersOf = (merging: readonly ActiveGrid[]): ReadonlyMap<string, GridMemberKind> => {
  const members = new Map<string, GridMemberKind>();
  for (const grid of merging)
    for (const [personId, kind] of grid.members) if (members.get(personId) !== 'full-time') members.set(personId, kind);
  return members;
};

/** What ends in a grid: another's lead, and the new leader's own membership. */
const released = (grid: ActiveGrid, leaderId: string | undefined): readonly Decided[] => [
  ...(grid.leaderId !== undefined && grid.leaderId !== leaderId
    ? [appointmentEnded(grid.gridCode, grid.leaderId, 'leader', 'merged')]
    : []),
  ...(leaderId !== undefined && grid.members.has(leaderId)
    ? [appointmentEnded(grid.gridCode, leaderId, 'member', 'promoted')]
    : []),
];
