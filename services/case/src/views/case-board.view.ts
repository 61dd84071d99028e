import { defineView, type Typed } from '@panshi/read-model';
import { type BoardChange, boardChanges } from './case-board.changes.ts';
import { caseBoardSchema, type CaseDocument } from './case-board.document.ts';

const opened = ({ data, version }: Typed<'CaseOpened'>, _id: string): CaseDocument => ({
  _id,
  _version: version,
  caseId: data.caseId,
  incidentId: data.incidentId,
  stage: 'collected',
  categoryCode: data.categoryCode,
  gridCode: data.gridCode,
  communityCode: data.gridCode.slice(0, 12),
  streetCode: data.gridCode.slice(0, 9),
  location: data.location,
  urgent: data.urgent,
  openedAt: data.openedAt,
  open: true,
  warned: false,
  overdue: false,
  returns: 0,
  reworks: 0,
  extensions: 0,
  reopenings: 0,
  supervisions: 0,
  modifiers: [],
});

export const caseBoard = defineView<CaseDocument, 'CaseOpened' | BoardChange>({
  name: 'case-board',
  version: 6,
  schema: caseBoardSchema,
  counted: ['streetCode', 'stage', 'open', 'overdue', 'warned', 'unit', 'categoryCode'],
  from: ['CaseOpened', ...(Object.keys(boardChanges) as BoardChange[])],
  keys: ({ data }) => [data.caseId],
  evolve(document, event, id) {
    if (event.type === 'CaseOpened') return opened(event, id);
    if (!document) return undefined;
    const change = boardChanges[event.type] as (data: object, before: CaseDocument) => Partial<CaseDocument>;
    return { ...document, ...change(event.data, document), _version: event.version };
  },
});
