import { CaseSummary } from '@panshi/contracts';
import { type ViewDocument, viewSchema } from '@panshi/read-model';

/** A case as lists, maps and reactors need it. Nothing personal is in it. */
export interface CaseDocument extends ViewDocument, CaseSummary {}

/** Most lists go by deadline. */
export const caseBoardSchema = viewSchema(CaseSummary);
caseBoardSchema.index({ gridCode: 1 });
caseBoardSchema.index({ duplicateOf: 1 });
caseBoardSchema.index({ openedAt: 1 });
caseBoardSchema.index({ deadline: 1 });
caseBoardSchema.index({ stage: 1, deadline: 1 });
caseBoardSchema.index({ stage: 1, openedAt: 1 });
caseBoardSchema.index({ streetCode: 1, deadline: 1 });
caseBoardSchema.index({ unit: 1, deadline: 1 });
caseBoardSchema.index({ open: 1, deadline: 1 });
