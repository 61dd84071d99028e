import type { SplitGrid } from '@panshi/contracts';
import { regionOf, sameTerritory } from '@panshi/kernel';
import type { ActiveGrid, DecideGrids } from '../community-grids/community-grids.ts';
import { reject } from '../reject.ts';
import { activeGrid, nextCodes, ringsOf } from './known-grids.ts';
import { soundRing } from './sound-ring.ts';

/** Divides a grid into parts that cover exactly its ground; its people go along as the command says. */
export const splitGrid: DecideGrids<SplitGrid> = (grids, { gridCode, parts }) => {
  const grid = activeGrid(grids, gridCode);
  const communityCode = regionOf(gridCode, 'community');
  const drawn = parts.map((part) => ({ ...part, ring: soundRing(part.ring) }));
  if (!sameTerritory(ringsOf(drawn), [grid.ring])) reject('grid.territory-not-conserved', { gridCode });
  const leading = partOfLeader(parts);
  const members = membersOfParts(grid, parts, leading);
  const codes = nextCodes(grids, communityCode, parts.length);
  const grown = drawn.map(({ name, kind, ring }, i) => ({
    gridCode: codes[i]!,
    name,
    kind: kind ?? grid.kind,
    ring,
    ...(i === leading && grid.leaderId !== undefined ? { leaderId: grid.leaderId } : {}),
    members: members[i]!,
  }));
  return [{ type: 'GridSplit', data: { communityCode, gridCode, parts: grown } }];
};

type Parts = SplitGrid['parts'];

/** The leader goes on with the part that says so, with the first where none does. */
const partOfLeader = (parts: Parts): number => {
  const keeping = parts.flatMap((part, i) => (part.keepsLeader ? [i] : []));
  if (keeping.length > 1) reject('grid.leader-to-one-part');
  return keeping[0] ?? 0;
};

/** Each member goes on with the one part that names them, else with the leader's. */
const membersOfParts = (grid: ActiveGrid, parts: Parts, leading: number) => {
  const part = new Map<string, number>();
  for (const [i, { memberIds = [] }] of parts.entries())
    for (const personId of memberIds) {
      if (!grid.members.has(personId)) reject('grid.not-a-member', { gridCode: grid.gridCode, personId });
      if (part.has(personId)) reject('grid.member-to-one-part', { personId });
      part.set(personId, i);
    }
  return parts.map((_, i) =>
    [...grid.members]
      .filter(([personId]) => (part.get(personId) ?? leading) === i)
      .map(([personId, kind]) => ({ personId, kind })),
  );
};
