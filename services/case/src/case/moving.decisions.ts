import type { CaseDecided, MoveCaseToGrid } from '@panshi/contracts';
import { type Decide, reject, within } from '@panshi/kernel';
import { type CaseState, isOpen } from './case.ts';

/** The system asks without knowing whether the case is still open and still there; where it is not, there is nothing to do. */
export const moveCaseToGrid: Decide<CaseState, MoveCaseToGrid, CaseDecided> = (
  state,
  { fromGrid, gridCode, cause },
  { now },
) => {
  if (!isOpen(state) || state.gridCode !== fromGrid || gridCode === fromGrid) return [];
  if (!within(gridCode, fromGrid.slice(0, 12))) reject('case.grid-of-another-community', { gridCode }, 'invalid');
  return [{ type: 'CaseMovedToGrid', data: { caseId: state.caseId, fromGrid, gridCode, cause, movedAt: now } }];
};
