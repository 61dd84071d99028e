import type { MoveCaseToGrid } from '@panshi/contracts';
import { within } from '@panshi/kernel';
import { reject } from '../reject.ts';
import { type DecideCase, isOpen } from './case.ts';

/**
 * Moves a case to another grid. Issued by a reactor whose view may be behind: nothing happens where the case is closed
 * or in another grid by now.
 */
export const moveCaseToGrid: DecideCase<MoveCaseToGrid> = (state, { fromGrid, gridCode, cause }, { now }) => {
  if (!isOpen(state) || state.gridCode !== fromGrid || gridCode === fromGrid) return [];
  if (!within(gridCode, fromGrid.slice(0, 12))) reject('case.grid-of-another-community', { gridCode });
  return [{ type: 'CaseMovedToGrid', data: { caseId: state.caseId, fromGrid, gridCode, cause, movedAt: now } }];
};
