import { describe, it } from '@jest/globals';
import { code, communityCode, east, grids, two } from '../../test/grids.ts';
import { rectangle } from '../../test/rings.ts';
import { redrawGrid } from './redraw.decisions.ts';

describe('redrawing borders', () => {
  const [narrow, wide] = [rectangle(0, 0, 2, 8), rectangle(2, 0, 8, 8)];
  const command = {
    communityCode,
    grids: [
      { gridCode: code(1), ring: [...narrow] },
      { gridCode: code(2), ring: [...wide] },
    ],
  };
  const redrawn = {
    type: 'GridsRedrawn',
    data: {
      communityCode,
      grids: [
        { gridCode: code(1), ring: narrow },
        { gridCode: code(2), ring: wide },
      ],
    },
  } as const;

  it('moves a border so that both together cover what they covered', () =>
    grids
      .given(...two)
      .when(redrawGrid, command)
      .then(redrawn));
  it('has nothing to do where no border moves', () =>
    grids
      .given(...two, redrawn)
      .when(redrawGrid, command)
      .then());
  it('refuses borders that leave ground out', () =>
    grids
      .given(...two)
      .when(redrawGrid, { ...command, grids: [command.grids[0]!, { gridCode: code(2), ring: [...east] }] })
      .thenRejected('grid.territory-not-conserved'));
  it('refuses one grid named twice', () =>
    grids
      .given(...two)
      .when(redrawGrid, { ...command, grids: [command.grids[0]!, command.grids[0]!] })
      .thenRejected('grid.named-twice'));
});
