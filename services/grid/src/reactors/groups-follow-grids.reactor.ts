import { MoveCloudGroup } from '@panshi/contracts';
import { defineReactor, issue, type Reaction, type ReactionContext } from '@panshi/read-model';
import { type CloudGroupDocument, cloudGroupsView } from '../views/cloud-groups.view.ts';
import type { GridDocument } from '../views/grid-board.document.ts';
import { gridBoard } from '../views/grid-board.view.ts';

/** The grid a group moves to when its own has ended: of several successors the one with the leader, else the first. */
const heirOf = async ({ to }: GridDocument, context: ReactionContext): Promise<string | undefined> => {
  for (const code of to) if ((await context.get(gridBoard, code))?.leaderId !== undefined) return code;
  return to[0];
};

type Moves = Promise<readonly Reaction<MoveCloudGroup>[]>;

const moved = async ({ _id: groupId, gridCode: fromGrid }: CloudGroupDocument, context: ReactionContext): Moves => {
  const grid = fromGrid === undefined ? undefined : await context.get(gridBoard, fromGrid);
  if (!grid || grid.status === 'active') return [];
  const gridCode = await heirOf(grid, context);
  if (gridCode === undefined) return [];
  return [issue(MoveCloudGroup, { groupId, fromGrid: grid._id, gridCode, cause: grid.status }, groupId)];
};

const every = async (codes: readonly string[], context: ReactionContext): Moves => {
  const groups = context.all(cloudGroupsView, { regionCode: { $in: codes } });
  return (await Array.fromAsync(groups, (group) => moved(group, context))).flat();
};

/**
 * Moves a grid's cloud group to the grid's successor. A group may be opened or moved with the code of a grid replaced at
 * the same moment, so each group that was is checked again.
 */
export const groupsFollowGrids = defineReactor({
  name: 'groups-follow-grids',
  issues: [MoveCloudGroup],
  from: ['GridSplit', 'GridsMerged', 'GridRetired', 'CloudGroupOpened', 'CloudGroupMoved'],
  views: [gridBoard, cloudGroupsView],
  async react({ type, data }, context) {
    switch (type) {
      case 'GridsMerged':
        return every(data.gridCodes, context);
      case 'GridSplit':
      case 'GridRetired':
        return every([data.gridCode], context);
      default: {
        const group = await context.get(cloudGroupsView, data.groupId);
        return group ? moved(group, context) : [];
      }
    }
  },
});
