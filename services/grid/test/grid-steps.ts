import { DelineateGrid, MergeGrids, RedrawGrid, RetireGrid, SplitGrid } from '@panshi/contracts';
import { type Ring, unionOutline } from '@panshi/kernel';
import fc from 'fast-check';
import type { ActiveGrid } from '../src/community-grids/community-grids.ts';
import { command } from './command.ts';
import { cut, rectangle } from './rings.ts';

/** A change of a community's grids, in numbers that pick grids and cuts from what there is. */
export interface GridStep {
  readonly act: 'delineate' | 'split' | 'merge' | 'redraw' | 'retire';
  readonly first: number;
  readonly second: number;
  readonly from: number;
  readonly to: number;
}

export const gridStep: fc.Arbitrary<GridStep> = fc.record({
  act: fc.constantFrom('delineate', 'split', 'split', 'merge', 'redraw', 'redraw', 'retire'),
  first: fc.nat(50),
  second: fc.nat(50),
  from: fc.nat(50),
  to: fc.nat(50),
});

/** The command of a step, which may well be refused, as people's are. */
export const gridCommand = (active: readonly ActiveGrid[], communityCode: string, step: GridStep): object => {
  const { act, first, second, from, to } = step;
  const grid = active[first % active.length];
  const other = active[second % active.length];
  const halves = (whole: Ring) => cut(whole, from, to).map((ring) => [...ring]) as [never[], never[]];
  if (act === 'delineate' || !grid || !other) {
    const [x, y] = [(first % 4) * 4, (second % 4) * 4];
    const ring = [...rectangle(x, y, x + 4 + (from % 2) * 4, y + 4)];
    return command(DelineateGrid, { communityCode, name: '网格', kind: 'comprehensive', ring });
  }
  switch (act) {
    case 'split': {
      const parts = halves(grid.ring).map((ring, i) => ({ name: '网格', ring, keepsLeader: i === second % 2 }));
      return command(SplitGrid, { gridCode: grid.gridCode, parts });
    }
    case 'merge': {
      const leaderId = grid.leaderId ?? other.leaderId;
      return command(MergeGrids, { communityCode, gridCodes: [grid.gridCode, other.gridCode], name: '网格', leaderId });
    }
    case 'redraw': {
      const [a, b] = halves(unionOutline([grid.ring, other.ring]) ?? grid.ring);
      const grids = [
        { gridCode: grid.gridCode, ring: a },
        { gridCode: other.gridCode, ring: b },
      ];
      return command(RedrawGrid, { communityCode, grids });
    }
    case 'retire': {
      const successorCode = active.length > 1 ? other.gridCode : undefined;
      return command(RetireGrid, { gridCode: grid.gridCode, reason: '调整', successorCode });
    }
  }
};
