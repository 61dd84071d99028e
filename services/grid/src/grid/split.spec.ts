import { describe, it } from '@jest/globals';
import type { SplitGrid } from '@panshi/contracts';
import { code, communityCode, delineated, grids, joined, led, two } from '../../test/grids.ts';
import { rectangle } from '../../test/rings.ts';
import { splitGrid } from './split.decisions.ts';

describe('splitting a grid', () => {
  const [south, north] = [rectangle(0, 0, 4, 4), rectangle(0, 4, 4, 8)];
  const command: SplitGrid = {
    gridCode: code(1),
    parts: [
      { name: '南网格', ring: [...south] },
      { name: '北网格', kind: 'dedicated', ring: [...north] },
    ],
  };
  const parts = [
    { gridCode: code(3), name: '南网格', kind: 'comprehensive', ring: south, members: [] as object[] },
    { gridCode: code(4), name: '北网格', kind: 'dedicated', ring: north, members: [] as object[] },
  ] as const;
  const [first, second] = parts;
  const withParts = (...changes: readonly object[]): SplitGrid => ({
    ...command,
    parts: command.parts.map((part, i) => ({ ...part, ...changes[i] })),
  });

  it('gives the parts new codes and keeps the kind where none is named', () =>
    grids
      .given(...two)
      .when(splitGrid, command)
      .thenLike({ type: 'GridSplit', data: { communityCode, gridCode: code(1), parts } }));
  it('lets leader and members go on with the first part unless told', () =>
    grids
      .given(...two, led(1, 'wang'), joined(1, 'li'))
      .when(splitGrid, command)
      .thenLike({
        type: 'GridSplit',
        data: {
          parts: [{ ...first, leaderId: 'wang', members: [{ personId: 'li', kind: 'full-time' }] }, second],
        },
      }));
  it('lets leader and members go on with the parts that name them', () =>
    grids
      .given(...two, led(1, 'wang'), joined(1, 'li'), joined(1, 'zhao', 'part-time'))
      .when(splitGrid, withParts({ memberIds: ['zhao'] }, { keepsLeader: true }))
      .thenLike({
        type: 'GridSplit',
        data: {
          parts: [
            { ...first, members: [{ personId: 'zhao', kind: 'part-time' }] },
            { ...second, leaderId: 'wang', members: [{ personId: 'li', kind: 'full-time' }] },
          ],
        },
      }));
  it('refuses two parts that keep the leader', () =>
    grids
      .given(...two)
      .when(splitGrid, withParts({ keepsLeader: true }, { keepsLeader: true }))
      .thenRejected('grid.leader-to-one-part'));
  it('refuses a member named by two parts', () =>
    grids
      .given(...two, joined(1, 'li'))
      .when(splitGrid, withParts({ memberIds: ['li'] }, { memberIds: ['li'] }))
      .thenRejected('grid.member-to-one-part', { personId: 'li' }));
  it('refuses to take along who is no member', () =>
    grids
      .given(...two)
      .when(splitGrid, withParts({ memberIds: ['li'] }))
      .thenRejected('grid.not-a-member', { personId: 'li' }));
  it('refuses parts that leave ground out', () =>
    grids
      .given(...two)
      .when(splitGrid, withParts({ ring: [...rectangle(0, 0, 4, 3)] }))
      .thenRejected('grid.territory-not-conserved'));
  it('refuses parts that overlap', () =>
    grids
      .given(...two)
      .when(splitGrid, withParts({ ring: [...rectangle(0, 0, 4, 5)] }))
      .thenRejected('grid.territory-not-conserved'));
  it('refuses a grid there never was', () =>
    grids
      .given()
      .when(splitGrid, command)
      .thenRejected('grid.unknown', { gridCode: code(1) }));
  it('refuses a grid that was split before', () =>
    grids
      .given(...two, { type: 'GridSplit', data: { communityCode, gridCode: code(1), parts: [] } })
      .when(splitGrid, command)
      .thenRejected('grid.ended', { gridCode: code(1), status: 'split' }));
  it('refuses when too few codes are left', () =>
    grids
      .given(...two, delineated(998, rectangle(20, 0, 24, 4)))
      .when(splitGrid, command)
      .thenRejected('grid.codes-exhausted'));
});
