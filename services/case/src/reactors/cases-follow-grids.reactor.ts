import { MoveCaseToGrid } from '@panshi/contracts';
import { contains } from '@panshi/kernel';
import { defineReactor, issue, type Reaction, type ReactionContext } from '@panshi/read-model';
import type { CaseDocument } from '../views/case-board.document.ts';
import { caseBoard } from '../views/case-board.view.ts';
import { type GridOutlineDocument, gridOutlines } from '../views/grid-outlines.view.ts';
import { homeOf } from './home-grid.ts';

type Moves = readonly Reaction<MoveCaseToGrid>[];

const outlines = (communityCode: string, context: ReactionContext): Promise<readonly GridOutlineDocument[]> =>
  Array.fromAsync(context.all(gridOutlines, { communityCode }));

const moved = (subject: CaseDocument, grids: readonly GridOutlineDocument[]): Moves => {
  const home = homeOf(subject, grids);
  if (!home) return [];
  const { caseId, gridCode: fromGrid } = subject;
  return [issue(MoveCaseToGrid, { caseId, fromGrid, ...home }, caseId)];
};

const every = async (communityCode: string, context: ReactionContext): Promise<Moves> => {
  const grids = await outlines(communityCode, context);
  const cases = context.all(caseBoard, { open: true, gridCode: { $prefix: communityCode } });
  return (await Array.fromAsync(cases, (subject) => moved(subject, grids))).flat();
};

const one = async (caseId: string, context: ReactionContext): Promise<Moves> => {
  const subject = await context.get(caseBoard, caseId);
  if (!subject?.open) return [];
  const own = await context.get(gridOutlines, subject.gridCode);
  // Nearly every case lies where it says: its community's other grids need not be read.
  if (!own || (!own.ended && contains(own.ring, subject.location))) return [];
  return moved(subject, await outlines(own.communityCode, context));
};

/**
 * Moves open cases to the grid that holds their location after grids of their community were split, merged, retired or
 * redrawn. A case may be opened, reopened, unlinked or moved with the code of a grid replaced by then, so each case that was
 * is checked again.
 */
export const casesFollowGrids = defineReactor({
  name: 'cases-follow-grids',
  issues: [MoveCaseToGrid],
  from: [
    'GridDelineated',
    'GridSplit',
    'GridsMerged',
    'GridsRedrawn',
    'GridRetired',
    'CaseOpened',
    'CaseReopened',
    'CaseDuplicateUnlinked',
    'CaseMovedToGrid',
  ],
  views: [caseBoard, gridOutlines],
  lane: ({ data }) => ('caseId' in data ? data.caseId : undefined),
  react({ type, data }, context) {
    switch (type) {
      case 'CaseOpened':
      case 'CaseReopened':
      case 'CaseDuplicateUnlinked':
      case 'CaseMovedToGrid':
        return one(data.caseId, context);
      default:
        return every(data.communityCode, context);
    }
  },
});
