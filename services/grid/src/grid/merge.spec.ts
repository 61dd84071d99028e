import { describe, it } from '@jest/globals';
import type { MergeGrids } from '@panshi/contracts';
import { code, communityCode, delineated, grids, joined, led, left, two } from '../../test/grids.ts';
import { rectangle } from '../../test/rings.ts';
import { mergeGrids } from './merge.decisions.ts';

describe('merging grids', () => {
  const command: MergeGrids = { communityCode, gridCodes: [code(1), code(2)], name: '合并网格' };
  const merged = {
    gridCode: code(3),
    name: '合并网格',
    kind: 'comprehensive',
    ring: rectangle(0, 0, 8, 8),
    members: [] as object[],
  } as const;
  const event = (over: object = {}) => ({
    type: 'GridsMerged',
    data: { communityCode, gridCodes: [code(1), code(2)], merged: { ...merged, ...over } },
  });

  it('covers exactly the ground of the grids that end', () =>
    grids
      .given(...two)
      .when(mergeGrids, command)
      .thenLike(event()));
  it('keeps the only leader', () =>
    grids
      .given(...two, led(2, 'wang'))
      .when(mergeGrids, command)
      .thenLike(event({ leaderId: 'wang' })));
  it('asks which of two leaders stays', () =>
    grids
      .given(...two, led(1, 'wang'), led(2, 'li'))
      .when(mergeGrids, command)
      .thenRejected('grid.leader-to-be-chosen', { leaders: 2 }));
  it('releases the leader who does not stay', () =>
    grids
      .given(...two, led(1, 'wang'), led(2, 'li'))
      .when(mergeGrids, { ...command, leaderId: 'li' })
      .thenLike(left(1, 'wang', 'leader', 'merged'), event({ leaderId: 'li' })));
  it('takes all members along, each once, full time where they served so anywhere', () =>
    grids
      .given(...two, joined(1, 'li', 'part-time'), joined(2, 'li', 'full-time'), joined(2, 'zhao', 'part-time'))
      .when(mergeGrids, command)
      .thenLike(
        event({
          members: [
            { personId: 'li', kind: 'full-time' },
            { personId: 'zhao', kind: 'part-time' },
          ],
        }),
      ));
  it('ends the membership of the leader who stays', () =>
    grids
      .given(...two, led(1, 'wang'), joined(2, 'wang'))
      .when(mergeGrids, command)
      .thenLike(left(2, 'wang', 'member', 'promoted'), event({ leaderId: 'wang' })));
  it('refuses a leader who leads none of them', () =>
    grids
      .given(...two, led(1, 'wang'))
      .when(mergeGrids, { ...command, leaderId: 'li' })
      .thenRejected('grid.not-a-leader-of-these'));
  it('refuses grids that lie apart', () =>
    grids
      .given(delineated(1), delineated(2, rectangle(20, 0, 24, 4)))
      .when(mergeGrids, command)
      .thenRejected('grid.not-one-territory'));
  it('refuses a grid of another community', () =>
    grids
      .given(...two)
      .when(mergeGrids, { ...command, gridCodes: [code(1), '320113001002001'] })
      .thenRejected('grid.unknown'));
});
