import { describe, it } from '@jest/globals';
import { code, communityCode, delineated, grids, joined, led, left, two } from '../../test/grids.ts';
import { rectangle } from '../../test/rings.ts';
import { retireGrid } from './retire.decisions.ts';

describe('retiring a grid', () => {
  const command = { gridCode: code(1), reason: '整体搬迁' };

  it('refuses to leave ground to nobody', () =>
    grids
      .given(...two)
      .when(retireGrid, command)
      .thenRejected('grid.territory-left-to-nobody'));
  it('hands the ground over to a neighbour and releases its people', () =>
    grids
      .given(...two, led(1, 'wang'), joined(1, 'li'))
      .when(retireGrid, { ...command, successorCode: code(2) })
      .then(left(1, 'wang', 'leader', 'retired'), left(1, 'li', 'member', 'retired'), {
        type: 'GridRetired',
        data: { communityCode, ...command, successor: { gridCode: code(2), ring: rectangle(0, 0, 8, 8) } },
      }));
  it("gives up the community's last grid without a neighbour", () =>
    grids
      .given(delineated(1))
      .when(retireGrid, command)
      .then({ type: 'GridRetired', data: { communityCode, ...command } }));
  it('refuses a neighbour that is none', () =>
    grids
      .given(delineated(1), delineated(2, rectangle(20, 0, 24, 4)))
      .when(retireGrid, { ...command, successorCode: code(2) })
      .thenRejected('grid.not-one-territory'));
  it('refuses the grid itself as its neighbour', () =>
    grids
      .given(...two)
      .when(retireGrid, { ...command, successorCode: code(1) })
      .thenRejected('grid.successor-is-itself'));
});
