import type { RedrawGrid } from '@panshi/contracts';
import { normalizeRing, type Ring, sameTerritory } from '@panshi/kernel';
import type { DecideGrids } from '../community-grids/community-grids.ts';
import { reject } from '../reject.ts';
import { activeGrid, ringsOf } from './known-grids.ts';
import { soundRing } from './sound-ring.ts';

/** Moves borders between grids, which together cover exactly what they covered. */
export const redrawGrid: DecideGrids<RedrawGrid> = (grids, command) => {
  const codes = command.grids.map(({ gridCode }) => gridCode);
  if (new Set(codes).size < codes.length) reject('grid.named-twice');
  const before = codes.map((code) => activeGrid(grids, code));
  const after = command.grids.map(({ gridCode, ring }) => ({ gridCode, ring: soundRing(ring) }));
  if (!sameTerritory(ringsOf(after), ringsOf(before)))
    reject('grid.territory-not-conserved', { gridCode: codes.join(', ') });
  const moved = after.filter(({ ring }, i) => !sameRing(ring, before[i]!.ring));
  if (moved.length === 0) return [];
  return [{ type: 'GridsRedrawn', data: { communityCode: command.communityCode, grids: moved } }];
};

const sameRing = (a: Ring, b: Ring): boolean => JSON.stringify(normalizeRing(a)) === JSON.stringify(normalizeRing(b));
