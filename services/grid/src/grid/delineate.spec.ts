import { describe, it } from '@jest/globals';
import type { DelineateGrid } from '@panshi/contracts';
import { code, communityCode, delineated, east, grids, west } from '../../test/grids.ts';
import { rectangle, ring } from '../../test/rings.ts';
import { delineateGrid } from './delineate.decisions.ts';

describe('delineating a grid', () => {
  const command: DelineateGrid = { communityCode, name: '一网格', kind: 'comprehensive', ring: [...west] };
  const facts = { neighbours: [], isCommunity: true };
  const { ring: _, ...rest } = command;

  it('gives the first grid of a community the sequence 001', () =>
    grids
      .given()
      .when(delineateGrid, command, { facts })
      .then({
        type: 'GridDelineated',
        data: { ...rest, gridCode: code(1), ring: west },
      }));
  it('writes the outline in its one normal form, however it was drawn', () =>
    grids
      .given()
      .when(delineateGrid, { ...command, ring: [...west].reverse().concat(west.at(-1)!) }, { facts })
      .thenLike({ type: 'GridDelineated', data: { ring: west } }));
  it('takes a code that is assigned already, where it is the next free one', () =>
    grids
      .given(delineated(39, east))
      .when(delineateGrid, { ...command, gridCode: code(40) }, { facts })
      .thenLike({ type: 'GridDelineated', data: { gridCode: code(40) } }));
  it.each([40, 999, 0])('refuses code %d out of its turn, so that no typed number uses the codes up', (sequence) =>
    grids
      .given()
      .when(delineateGrid, { ...command, gridCode: code(sequence) }, { facts })
      .thenRejected('grid.code-not-next', { next: code(1) }),
  );
  it('goes on above the highest code ever used', () =>
    grids
      .given(delineated(40, east))
      .when(delineateGrid, command, { facts })
      .thenLike({ type: 'GridDelineated', data: { gridCode: code(41) } }));
  it('refuses a code of another community', () =>
    grids
      .given()
      .when(delineateGrid, { ...command, gridCode: '320113001002001' }, { facts })
      .thenRejected('grid.code-of-another-community'));
  it('refuses a code that a grid had which is no more', () =>
    grids
      .given(delineated(1), { type: 'GridRetired', data: { communityCode, gridCode: code(1), reason: '搬迁' } })
      .when(delineateGrid, { ...command, gridCode: code(1) }, { facts })
      .thenRejected('grid.code-used', { gridCode: code(1) }));
  it('refuses when the codes of the community are used up', () =>
    grids.given(delineated(999, east)).when(delineateGrid, command, { facts }).thenRejected('grid.codes-exhausted'));
  it('refuses ground that a grid of the community covers', () =>
    grids
      .given(delineated(1, rectangle(3, 0, 8, 8)))
      .when(delineateGrid, command, { facts })
      .thenRejected('grid.overlaps', { gridCode: code(1) }));
  it('refuses ground that a grid of another community covers', () =>
    grids
      .given()
      .when(delineateGrid, command, { facts: { ...facts, neighbours: [{ gridCode: '320113001002001', ring: west }] } })
      .thenRejected('grid.overlaps', { gridCode: '320113001002001' }));
  it('refuses a community that is none', () =>
    grids
      .given()
      .when(delineateGrid, command, { facts: { ...facts, isCommunity: false } })
      .thenRejected('grid.community-unknown', { communityCode }));
  it('draws it within the outline of its district, and refuses what reaches far beyond it', () => {
    const within = { ...facts, outline: rectangle(-1, -1, 9, 9) };
    grids
      .given()
      .when(delineateGrid, command, { facts: within })
      .thenLike({ type: 'GridDelineated', data: { ring: west } });
    const elsewhere = { ...facts, outline: rectangle(20, 0, 40, 40) };
    grids
      .given()
      .when(delineateGrid, command, { facts: elsewhere })
      .thenRejected('grid.outside-district', { district: '320113' });
  });
  it('refuses an outline that crosses itself', () =>
    grids
      .given()
      .when(delineateGrid, { ...command, ring: [...ring([0, 0], [4, 4], [4, 0], [0, 6])] }, { facts })
      .thenRejected('grid.bad-ring', { problem: 'self-crossing' }));
  it('refuses a grid wider than any district', () =>
    grids
      .given()
      .when(delineateGrid, { ...command, ring: [...rectangle(0, 0, 600, 8)] }, { facts })
      .thenRejected('grid.bad-ring', { problem: 'too-large' }));
});
