import type { DelineateGrid } from '@panshi/contracts';
import { regionOf, type Ring } from '@panshi/kernel';
import type { CommunityGrids, DecideGrids } from '../community-grids/community-grids.ts';
import { reject } from '../reject.ts';
import { reachesBeyond } from './beyond.ts';
import { activeGrids, nextCodes } from './known-grids.ts';
import { overlap } from './overlap.ts';
import { soundRing } from './sound-ring.ts';

/** What lies around the ground. It is looked up, so two communities that draw at the same moment may still overlap. */
export interface Surroundings {
  /** Nearby grids of other communities. */
  readonly neighbours: readonly { readonly gridCode: string; readonly ring: Ring }[];
  /** Of the district, where it is registered; without a corner where its outline is not known. */
  readonly outline?: Ring | undefined;
  /** Whether the community is registered, or its district is not. */
  readonly isCommunity: boolean;
}

/** Draws a grid of a community, within its district and on ground that no grid covers. */
export const delineateGrid: DecideGrids<DelineateGrid, Surroundings> = (grids, command, { facts }) => {
  const { communityCode, name, kind } = command;
  if (!facts.isCommunity) reject('grid.community-unknown', { communityCode });
  const gridCode = freeCode(grids, command);
  const ring = soundRing(command.ring);
  if (facts.outline?.length && reachesBeyond(ring, facts.outline))
    reject('grid.outside-district', { district: regionOf(communityCode, 'district') });
  const covered = [...activeGrids(grids), ...facts.neighbours].find((grid) => overlap(grid.ring, ring));
  if (covered) reject('grid.overlaps', { gridCode: covered.gridCode });
  return [{ type: 'GridDelineated', data: { gridCode, communityCode, name, kind, ring } }];
};

const freeCode = (grids: CommunityGrids, { gridCode, communityCode }: DelineateGrid): string => {
  if (gridCode !== undefined && regionOf(gridCode, 'community') !== communityCode)
    reject('grid.code-of-another-community', { gridCode, communityCode });
  if (gridCode !== undefined && grids.has(gridCode)) reject('grid.code-used', { gridCode });
  const next = nextCodes(grids, communityCode, 1)[0]!;
  if (gridCode !== undefined && gridCode !== next) reject('grid.code-not-next', { gridCode, next });
  return next;
};
