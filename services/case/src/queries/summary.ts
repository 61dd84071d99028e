import type { CaseSummary } from '@panshi/contracts';
import type { CaseDocument } from '../views/case-board.view.ts';

/** A case as lists show it. */
export const summary = ({ _id, _version, ...fields }: CaseDocument): CaseSummary => fields;
