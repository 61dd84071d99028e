import type { RetireGrid } from '@panshi/contracts';
import { regionOf, unionOutline } from '@panshi/kernel';
import type { ActiveGrid, DecideGrids } from '../community-grids/community-grids.ts';
import { reject } from '../reject.ts';
import { appointmentEnded } from './appointment-ended.ts';
import { activeGrid, activeGrids } from './known-grids.ts';
import { soundRing } from './sound-ring.ts';

/** Gives a grid up: its ground goes to a neighbour, and only a community's last grid has none. Its people are released. */
export const retireGrid: DecideGrids<RetireGrid> = (grids, { gridCode, reason, successorCode }) => {
  const grid = activeGrid(grids, gridCode);
  const communityCode = regionOf(gridCode, 'community');
  if (successorCode === undefined && activeGrids(grids).length > 1)
    reject('grid.territory-left-to-nobody', { gridCode });
  const heir = successorCode === undefined ? {} : { successor: heirOf(grid, activeGrid(grids, successorCode)) };
  return [
    ...(grid.leaderId === undefined ? [] : [appointmentEnded(gridCode, grid.leaderId, 'leader', 'retired')]),
    ...[...grid.members.keys()].map((personId) => appointmentEnded(gridCode, personId, 'member', 'retired')),
    { type: 'GridRetired', data: { communityCode, gridCode, reason, ...heir } },
  ];
};

const heirOf = (grid: ActiveGrid, successor: ActiveGrid) => {
  if (successor === grid) reject('grid.successor-is-itself', { gridCode: grid.gridCode });
  const gridCodes = `${grid.gridCode}, ${successor.gridCode}`;
  const outline = unionOutline([grid.ring, successor.ring]) ?? reject('grid.not-one-territory', { gridCodes });
  return { gridCode: successor.gridCode, ring: soundRing(outline) };
};
