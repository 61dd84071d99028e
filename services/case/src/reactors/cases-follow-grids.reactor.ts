import { MoveCaseToGrid } from '@panshi/contracts';
import { contains } from '@panshi/kernel';
import { defineReactor, type Reaction, type ReactionContext } from '@panshi/read-model';
import type { CaseDocument } from '../views/case-board.document.ts';
import { caseBoard } from '../views/case-board.view.ts';
import { type GridOutlineDocument, gridOutlines } from '../views/grid-outlines.view.ts';
import { homeOf } from './home-grid.ts';

const outlines = async (communityCode: string, context: ReactionContext): Promise<readonly GridOutlineDocument[]> => {
  const grids: GridOutlineDocument[] = [];
  for await (const grid of context.all(gridOutlines, { communityCode })) grids.push(grid);
  return grids;
};

const moved = (subject: CaseDocument, grids: readonly GridOutlineDocument[]): readonly Reaction[] => {
  const home = homeOf(subject, grids);
  if (!home) return [];
  const { caseId, gridCode: fromGrid } = subject;
  return [{ command: Object.assign(new MoveCaseToGrid(), { caseId, fromGrid, ...home }), key: caseId }];
};

const every = async (communityCode: string, context: ReactionContext): Promise<readonly Reaction[]> => {
  const grids = await outlines(communityCode, context);
  const reactions: Reaction[] = [];
  for await (const subject of context.all(caseBoard, { open: true, gridCode: { $prefix: communityCode } }))
    reactions.push(...moved(subject, grids));
  return reactions;
};

const one = async (caseId: string, context: ReactionContext): Promise<readonly Reaction[]> => {
  const subject = await context.get(caseBoard, caseId);
  if (!subject?.open) return [];
  const own = await context.get(gridOutlines, subject.gridCode);
  // Nearly every case lies where it says: its community's other grids need not be read.
  if (!own || (!own.ended && contains(own.ring, subject.location))) return [];
  return moved(subject, await outlines(own.communityCode, context));
};

/**
 * Has open cases follow their places when grids of their community are split, merged, retired or redrawn. A case may be
 * opened, reopened or moved with a code that was replaced in the meantime: hence it looks at each of those once more.
 */
export const casesFollowGrids = defineReactor({
  name: 'cases-follow-grids',
  from: [
    'GridDelineated',
    'GridSplit',
    'GridsMerged',
    'GridsRedrawn',
    'GridRetired',
    'CaseOpened',
    'CaseReopened',
    'CaseMovedToGrid',
  ],
  views: [caseBoard, gridOutlines],
  lane: ({ data }) => ('caseId' in data ? data.caseId : undefined),
  react({ type, data }, context) {
    switch (type) {
      case 'CaseOpened':
      case 'CaseReopened':
      case 'CaseMovedToGrid':
        return one(data.caseId, context);
      default:
        return every(data.communityCode, context);
    }
  },
});
