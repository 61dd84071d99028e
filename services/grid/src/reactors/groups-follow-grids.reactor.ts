import { MoveCloudGroup } from '@panshi/contracts';
import { defineReactor, type Reaction, type ReactionContext } from '@panshi/read-model';
import { type CloudGroupDocument, cloudGroupsView } from '../views/cloud-groups.view.ts';
import type { GridDocument } from '../views/grid-board.document.ts';
import { gridBoard } from '../views/grid-board.view.ts';

/** What a group goes on for when its grid is no more: of several parts the one that has the leader, else the first. */
const heirOf = async ({ to }: GridDocument, context: ReactionContext): Promise<string | undefined> => {
  for (const code of to) if ((await context.get(gridBoard, code))?.leaderId !== undefined) return code;
  return to[0];
};

const moved = async (
  { _id: groupId, gridCode: fromGrid }: CloudGroupDocument,
  context: ReactionContext,
): Promise<readonly Reaction[]> => {
  const grid = fromGrid === undefined ? undefined : await context.get(gridBoard, fromGrid);
  if (!grid || grid.status === 'active') return [];
  const gridCode = await heirOf(grid, context);
  if (gridCode === undefined) return [];
  const fields = { groupId, fromGrid: grid._id, gridCode, cause: grid.status };
  return [{ command: Object.assign(new MoveCloudGroup(), fields), key: groupId }];
};

const every = async (codes: readonly string[], context: ReactionContext): Promise<readonly Reaction[]> => {
  const reactions: Reaction[] = [];
  for await (const group of context.all(cloudGroupsView, { regionCode: { $in: codes } }))
    reactions.push(...(await moved(group, context)));
  return reactions;
};

/**
 * Has a grid's cloud group go on for what came of the grid. A group may be opened or moved with a code that was replaced
 * in the meantime: hence it looks at those once more.
 */
export const groupsFollowGrids = defineReactor({
  name: 'groups-follow-grids',
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
